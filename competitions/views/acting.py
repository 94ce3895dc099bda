"""Does what a form asks for, and puts what is refused beside it."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpRequest

from competitions.forms.errors import add_error
from competitions.services.refusal import Refusal


def done(request: HttpRequest, form: Form, act: Callable[[], str]) -> bool:
    """Act on a form that was sent and is valid; say what happened.

    What is refused stays in the form, beside the field it speaks of.
    """
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        sentence = act()
    except ValidationError as error:
        add_error(form, error)
        return False
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(request, sentence)
    return True


def told(request: HttpRequest, act: Callable[[], str]) -> None:
    """Act where there is nothing to type; say what happened or why it did not."""
    try:
        sentence = act()
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, sentence)


def ticked(request: HttpRequest, name: str) -> list[UUID]:
    """Return the keys of the rows that were ticked; what is no key names no row."""
    keys = []
    for text in request.POST.getlist(name):
        try:
            keys.append(UUID(text))
        except ValueError:
            continue
    return keys
