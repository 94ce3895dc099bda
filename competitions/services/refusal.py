"""What a service answers when it must not do what was asked."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise


class Refusal(Exception):
    """A refusal with a ready sentence for the person who asked."""

    sentence: "_StrOrPromise" = ""

    def __init__(self, sentence: "_StrOrPromise" = "") -> None:
        """Keep the sentence; a class may bring its own."""
        self.sentence = sentence or self.sentence
        super().__init__(self.sentence)

    def __str__(self) -> str:
        """Return the sentence in the reader's language."""
        return str(self.sentence)
