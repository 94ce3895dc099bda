"""A text field whose column holds only ciphertext."""

from typing import Any

from django.core.exceptions import FieldError
from django.db import models

from people import encryption


class EncryptedTextField(models.TextField):  # type: ignore[type-arg]  # text in, text out
    """Text in Python, a sealed token in the database; it cannot be filtered on.

    Store ``encryption.search_hash`` beside it where rows must be found by value.
    """

    def get_prep_value(self, value: Any) -> str | None:
        """Seal the text; blank stays blank, so that absence is visible."""
        text = super().get_prep_value(value)
        return encryption.encrypt(text, associated=self._place()) if text else text

    def from_db_value(
        self, value: str | None, expression: object, connection: object
    ) -> str | None:
        """Open the sealed token."""
        return encryption.decrypt(value, associated=self._place()) if value else value

    def get_lookup(self, lookup_name: str) -> Any:
        """Refuse comparisons: two tokens of one text are never equal."""
        if lookup_name == "isnull":
            return super().get_lookup(lookup_name)
        raise FieldError(f"{self._place()} is encrypted; filter on its hash.")

    def _place(self) -> str:
        """Name the column a token belongs to."""
        return f"{self.model._meta.label}.{self.attname}"
