"""Puts what a judge sees of one aspect into words and states: the card of an aspect."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _, pgettext

from scoring.queries.judge_sheet import View


@dataclass(frozen=True)
class Option:
    """One answer a judge can tap."""

    value: str
    label: str
    is_pressed: bool
    look: str = ""
    is_earlier: bool = False


@dataclass(frozen=True)
class Card:
    """An aspect as the tablet shows it; ``status`` and ``alert`` are sentences."""

    view: View
    options: list[Option]
    value: str
    mark: str | None
    unit: str
    look: str
    status: str
    alert: str
    is_entered: bool
    scores: list[str]

    @property
    def is_settled(self) -> bool:
        """Whether the panel's scores are laid open and agree."""
        reveal = self.view["reveal"]
        return bool(reveal and not reveal["needs_rescore"])

    @property
    def version(self) -> int:
        """The version a change builds on."""
        mine = self.view["mine"]
        return int(mine["version"]) if mine else 0


@dataclass(frozen=True)
class Seen:
    """What the sheet adds to its aspects: who records, and where judges combine."""

    recorder: str
    combines_at_aspect: bool


def card_of(view: View, seen: Seen) -> Card:
    """Return the card of one aspect of a sheet view."""
    value = _value(view)
    reveal = view["reveal"]
    needs_rescore = bool(reveal and reveal["needs_rescore"])
    is_entered = bool(value) and view["mine"] is not None
    is_judged = view["kind"] == "J" and seen.combines_at_aspect
    waits = is_entered and (needs_rescore or (is_judged and not reveal))
    differs = bool(view["agreed"] and view["agreed"]["differs"])
    return Card(
        view=view,
        options=_options(view, value),
        value=value,
        mark=_mark(view),
        unit=unit_of(view["input"]),
        look=_look(
            is_rescore=(needs_rescore and not is_entered) or differs, waits=waits
        ),
        status=_status(view, seen, waits=waits),
        alert=_alert(view, needs_rescore=needs_rescore, differs=differs),
        is_entered=is_entered,
        scores=[each["value"] for each in reveal["scores"]] if reveal else [],
    )


def unit_of(asked: dict[str, Any]) -> str:
    """Return the unit of a value; a mark that is written is in marks."""
    return asked["unit"] or (
        pgettext("unit", "marks") if asked["kind"] == "mark" else ""
    )


def scores_in_words(scores: Sequence[dict[str, Any]]) -> str:
    """Return “three judges 1 · 3 · 1”."""
    values = "・".join(str(each["value"]) for each in scores)
    many = {
        2: _("Two judges"),
        3: _("Three judges"),
        4: _("Four judges"),
        5: _("Five judges"),
    }
    judges = many.get(len(scores)) or _("%s judges") % len(scores)
    return f"{judges} {values}"


def _value(view: View) -> str:
    """Return the value of this round: one's own, or the agreed one of a co-signer."""
    mine = view["mine"]
    if mine is None:
        return str(view["agreed"]["value"]) if view["agreed"] else ""
    if view["kind"] == "J" and mine["round"] != view["round"]:
        return ""
    return str(mine["value"])


def _mark(view: View) -> str | None:
    """Return the mark one may see: the panel's, the agreed one, else one's own."""
    reveal, agreed, mine = view["reveal"], view["agreed"], view["mine"]
    if reveal and reveal["mark"] is not None:
        return str(reveal["mark"])
    if agreed:
        return None if agreed["mark"] is None else str(agreed["mark"])
    if mine is None or mine["round"] != view["round"]:
        return None
    return None if mine["mark"] is None else str(mine["mark"])


def _options(view: View, value: str) -> list[Option]:
    asked = view["input"]
    kind = asked["kind"]
    if kind == "ladder":
        return _steps(view, value)
    if kind == "yes_no":
        return [
            Option("1", _("Yes"), value == "1", "choice-yes"),
            Option("0", _("No"), value == "0", "choice-no"),
        ]
    if kind == "choice":
        return [
            Option(each["value"], each["label"], each["value"] == value, each["mark"])
            for each in asked["choices"]
        ]
    if kind == "count" and int(asked["max"] or 0) <= MOST_CHIPS:
        numbers = range(int(asked["max"] or 0) + 1)
        return [Option(str(n), str(n), str(n) == value) for n in numbers]
    return []


def _steps(view: View, value: str) -> list[Option]:
    """Return the ladder; before a second round with one's score of the first."""
    mine = view["mine"]
    is_again = mine is not None and mine["round"] != view["round"]
    earlier = str(mine["value"]) if is_again else ""
    words = [*view["ladder"], "", "", "", ""][:4]
    return [
        Option(str(n), word, str(n) == value, is_earlier=str(n) == earlier)
        for n, word in enumerate(words)
    ]


#: Counts up to this many are chips; larger ones are typed.
MOST_CHIPS = 12


def _look(*, is_rescore: bool, waits: bool) -> str:
    if is_rescore:
        return "is-rescore"
    return "is-waiting" if waits else ""


def _alert(view: View, *, needs_rescore: bool, differs: bool) -> str:
    if differs:
        return _("The two pairs measured different values: measure again together.")
    if not needs_rescore:
        return ""
    if reason := view["reveal"].get("reason"):
        told = _(
            "The chief judge lets this be scored again (%s). Every judge of the panel"
            " scores again, also who keeps his score."
        )
        sentence: str = told % reason
        return sentence
    return _(
        "%(scores)s, more than 1 apart: discuss it. Every judge of the panel scores"
        " again, also who keeps his score."
    ) % {"scores": scores_in_words(view["reveal"]["scores"])}


def _status(view: View, seen: Seen, *, waits: bool) -> str:
    reveal = view["reveal"]
    if reveal and not reveal["needs_rescore"]:
        return scores_in_words(reveal["scores"])
    if view["mine"] is None:
        return _("%s records this measurement for the panel.") % seen.recorder
    if waits and reveal:
        return _("Scored again; waiting for the other judges.")
    if waits:
        return _("Marked; waiting for the other judges.")
    return ""
