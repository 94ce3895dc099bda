"""A sentence for people, kept apart from its language until it is shown.

The rules are pure and know no translation. They answer with an English sentence and
its named parameters; a page translates the text first and fills it afterwards:
``gettext(sentence.text).format(**sentence.parameters)``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Sentence:
    """An English sentence with ``{named}`` places and what goes into them."""

    text: str
    parameters: Mapping[str, str | int] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.text.format(**self.parameters)


class RuleBroken(ValueError):
    """A value breaks a rule; the sentence names it and says what would be right."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence
