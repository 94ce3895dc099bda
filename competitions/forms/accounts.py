"""A field that takes an account by the name of its holder."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from competitions.queries.accounts import account_label, accounts_labelled
from people.models import User

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise


class AccountField(forms.CharField):
    """Text in, an account out; ``suggestions`` is the id of the page's list."""

    #: What is said of a name nobody with an account has.
    unknown: "_StrOrPromise" = _(
        "Nobody with an account is called “%(name)s”. Choose one of the list, or ask a"
        " system administrator to open an account first."
    )

    def __init__(self, *, suggestions: str, **kwargs: Any) -> None:
        """Offer the page's suggestions."""
        attributes = {"list": suggestions, "autocomplete": "off"}
        kwargs.setdefault("widget", forms.TextInput(attrs=attributes))
        super().__init__(max_length=300, **kwargs)

    def clean(self, value: Any) -> Any:
        """Return the one account meant, None when nothing was typed."""
        text = super().clean(value)
        if not text:
            return None
        found = accounts_labelled(text)
        if not found:
            raise ValidationError(self.unknown % {"name": text})
        if len(found) > 1:
            raise ValidationError(
                _("Several people are called “%(name)s”; choose one of the list.")
                % {"name": text}
            )
        return found[0]

    def prepare_value(self, value: Any) -> Any:
        """Show an account by name and unit."""
        return account_label(value) if isinstance(value, User) else value
