"""Reading of stored or typed JSON objects, with sentences that name the field."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TypeVar

from people.rules.sentence import RuleBroken, Sentence

Word = TypeVar("Word", bound=StrEnum)


class InvalidPolicy(RuleBroken):
    """The data is no award policy; the sentence names the field."""


class Fields:
    """The fields of one JSON object; ``path`` is how sentences name it."""

    def __init__(self, data: object, path: str = "") -> None:
        if not isinstance(data, Mapping):
            raise InvalidPolicy(
                Sentence(
                    "{field} must be an object with named fields.", {"field": path}
                )
                if path
                else Sentence("The policy must be an object with named fields.")
            )
        self.data = data
        self.path = path

    def text(self, key: str, *, required: bool = False) -> str:
        """Return a text; empty when it is missing and not required."""
        value = self.data.get(key, "")
        if not isinstance(value, str) or (required and not value.strip()):
            raise InvalidPolicy(
                Sentence("{field} must be a text.", {"field": self._name(key)})
            )
        return value.strip()

    def whole(self, key: str, *, default: int | None = None, lowest: int = 0) -> int:
        """Return a whole number from the lowest upwards."""
        value = self.data.get(key, default)
        if not isinstance(value, int) or isinstance(value, bool) or value < lowest:
            raise InvalidPolicy(
                Sentence(
                    "{field} must be a whole number from {lowest}.",
                    {"field": self._name(key), "lowest": lowest},
                )
            )
        return value

    def number(self, key: str) -> Decimal:
        """Return a number that is stored as a text, not below zero."""
        try:
            number = Decimal(self.text(key, required=True))
        except InvalidOperation:
            number = Decimal("NaN")
        if not number.is_finite() or number < 0:
            raise InvalidPolicy(
                Sentence(
                    "{field} must be a number in quotation marks, such as “10”.",
                    {"field": self._name(key)},
                )
            )
        return number

    def flag(self, key: str, *, default: bool) -> bool:
        """Return true or false."""
        value = self.data.get(key, default)
        if not isinstance(value, bool):
            raise InvalidPolicy(
                Sentence("{field} must be true or false.", {"field": self._name(key)})
            )
        return value

    def word(self, key: str, default: Word) -> Word:
        """Return one of a few words."""
        words = {word.value: word for word in type(default)}
        value = self.data.get(key, default.value)
        if not isinstance(value, str) or value not in words:
            raise InvalidPolicy(
                Sentence(
                    "{field} must be one of {words}.",
                    {"field": self._name(key), "words": ", ".join(words)},
                )
            )
        return words[value]

    def texts(self, key: str) -> frozenset[str]:
        """Return a list of texts as a set."""
        values = self._list(key)
        if not all(isinstance(value, str) for value in values):
            raise InvalidPolicy(
                Sentence("{field} must be a list of texts.", {"field": self._name(key)})
            )
        return frozenset(str(value) for value in values)

    def objects(self, key: str) -> list["Fields"]:
        """Return a list of objects, each knowing where it stands."""
        return [
            Fields(value, f"{self._name(key)}[{index}]")
            for index, value in enumerate(self._list(key))
        ]

    def part(self, key: str) -> "Fields":
        """Return an object within this one."""
        return Fields(self.data.get(key), self._name(key))

    def _list(self, key: str) -> list[object]:
        value = self.data.get(key, [])
        if not isinstance(value, list):
            raise InvalidPolicy(
                Sentence("{field} must be a list.", {"field": self._name(key)})
            )
        return value

    def _name(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key
