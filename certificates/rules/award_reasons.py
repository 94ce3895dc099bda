"""Why an award is given, refused or left to the office: a code, values, a sentence.

The code and the values are stored with the award, so that an old decision can be read
in any language later; the sentences may be reworded, the codes may not.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from people.rules.sentence import Sentence


class Reason(StrEnum):
    """Every reason a decision on an award can have."""

    RANK = "rank"
    SCORE = "score"
    MEDAL = "medal"
    TITLE = "title"
    TIE = "tie"
    FIELD_TOO_SMALL = "field_too_small"
    GROUP = "group"
    PARTS = "parts"
    ALREADY_HELD = "already_held"


SENTENCES: Final[Mapping[Reason, Sentence]] = {
    Reason.RANK: Sentence("Rank {rank}; the prize goes to ranks {first} to {last}."),
    Reason.SCORE: Sentence("Total {total}; the prize begins at {minimum}."),
    Reason.MEDAL: Sentence("Scale score and ties of the event give this medal."),
    Reason.TITLE: Sentence(
        "Rank {rank} of {participants}; every condition of the title is met."
    ),
    Reason.TIE: Sentence(
        "Rank {rank} is shared by {tied} entries, and the last place is {last}: the"
        " office decides."
    ),
    Reason.FIELD_TOO_SMALL: Sentence(
        "Only {participants} took part; the title needs {minimum}."
    ),
    Reason.GROUP: Sentence("The title is not open to this group."),
    Reason.PARTS: Sentence("Not every part was passed."),
    Reason.ALREADY_HELD: Sentence(
        "The title, or one that excludes it, is held already."
    ),
}


_ONE_PLACE: Final = Sentence("Rank {rank}; the prize goes to this rank.")


@dataclass(frozen=True)
class Explanation:
    """A reason and the values that belong into its sentence."""

    reason: Reason
    values: Mapping[str, str | int] = field(default_factory=dict)

    def sentence(self) -> Sentence:
        """Return the sentence to translate and show; one place is no range."""
        if self.reason is Reason.RANK and self._is_one_place():
            return Sentence(_ONE_PLACE.text, self.values)
        return Sentence(SENTENCES[self.reason].text, self.values)

    def _is_one_place(self) -> bool:
        first, last = self.values["first"], self.values["last"]
        return self.values["rank"] == first == last

    def to_json(self) -> dict[str, object]:
        """Return what is stored."""
        return {"code": self.reason.value, "values": dict(self.values)}


def read_explanation(stored: Mapping[str, object]) -> Explanation:
    """Return a stored explanation; the inverse of ``Explanation.to_json``."""
    values = stored["values"]
    if not isinstance(values, dict):
        raise TypeError("The values of an explanation are an object.")
    return Explanation(Reason(str(stored["code"])), values)
