"""Does what a form asks for, and puts what is refused beside it."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpRequest, HttpResponse

from competitions.forms.errors import add_error
from competitions.services.refusal import Refusal


def done(request: HttpRequest, form: Form, act: Callable[[], str]) -> bool:
    """Act on a valid form and say what happened; keep a refusal in the form."""
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


def pdf(content: bytes, name: str) -> HttpResponse:
    """Return a PDF file that the browser shows and saves under a name."""
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    response["Cache-Control"] = "private, no-store"
    return response
