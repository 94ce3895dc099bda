"""A text field whose column holds only ciphertext."""

from typing import Any

from django.core.exceptions import FieldError
from django.db import models

from people import encryption


class EncryptedTextField(models.TextField):  # type: ignore[type-arg]  # text in, text out
    """Text in Python, a sealed token in the database; it cannot be filtered on.

    A token is bound to the column it belongs to (``people.Person.phone``, which is what
    Django calls the field). Store ``encryption.search_hash`` beside it where rows
    must be found by value.
    """

    def get_prep_value(self, value: Any) -> str | None:
        """Seal the text; blank stays blank, so that absence is visible."""
        text = super().get_prep_value(value)
        return encryption.encrypt(text, associated=str(self)) if text else text

    def from_db_value(
        self, value: str | None, expression: object, connection: object
    ) -> str | None:
        """Open the sealed token."""
        return encryption.decrypt(value, associated=str(self)) if value else value

    def get_lookup(self, lookup_name: str) -> Any:
        """Refuse comparisons: two tokens of one text are never equal."""
        if lookup_name == "isnull":
            return super().get_lookup(lookup_name)
        raise FieldError(f"{self} is encrypted; filter on its hash.")
