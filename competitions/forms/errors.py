"""Puts what a service refused beside the field it speaks of."""

from django.core.exceptions import ValidationError
from django.forms import BaseForm


def add_error(form: BaseForm, error: ValidationError) -> None:
    """Add a service's sentences; those of fields the form lacks stand above it."""
    if not hasattr(error, "error_dict"):
        form.add_error(None, error)
        return
    for field, sentences in error.error_dict.items():
        form.add_error(field if field in form.fields else None, sentences)
