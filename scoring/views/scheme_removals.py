"""A part is taken out of a draft, and put back at the press of a button."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from competitions.services.refusal import Refusal
from competitions.views.signed_in import user_of
from scoring.forms.schemes import VersionForm
from scoring.queries.schemes import load_scheme
from scoring.services.scheme_removals import remove_part, restore_part
from scoring.views.scheme_access import draft_scheme, edit_page, place_in


@require_POST
def scheme_remove(request: HttpRequest, scheme_id: UUID, place: str) -> HttpResponse:
    """Take a part out with all below it, and go to where it stood."""
    row = draft_scheme(request, scheme_id)
    chosen = place_in(load_scheme(row), place)
    try:
        remove_part(
            marking_scheme=row,
            place=chosen,
            version=VersionForm.version_of(request.POST),
            by=user_of(request),
            at=timezone.now(),
        )
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return edit_page(row)
    return edit_page(row, "removed")


@require_POST
def scheme_restore(request: HttpRequest, scheme_id: UUID) -> HttpResponse:
    """Put back what was taken out last, and go there."""
    row = draft_scheme(request, scheme_id)
    try:
        place = restore_part(
            marking_scheme=row,
            version=VersionForm.version_of(request.POST),
            by=user_of(request),
            at=timezone.now(),
        )
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return edit_page(row)
    messages.success(request, _("The removed part is back in its place."))
    return edit_page(row, place)
