"""One sheet before the chief judge: what is laid open, and the way to another round."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from competitions.views.acting import done
from competitions.views.signed_in import user_of
from people.access import not_found_unless
from scoring.forms.results import ScoreAgainForm
from scoring.models import Aspect, Sheet
from scoring.permissions import can_accept_marks
from scoring.queries.laid_open import laid_open
from scoring.queries.signatures import code_of, entry_codes
from scoring.services.score_again import score_again


@require_safe
def sheet_laid_open(request: HttpRequest, sheet_id: UUID) -> HttpResponse:
    """Show the aspects of a sheet with what its panel has laid open."""
    sheet = _sheet(request, sheet_id)
    context = _places(sheet) | {"page": laid_open(sheet)}
    return render(request, "scoring/sheet_laid_open.html", context)


def aspect_score_again(
    request: HttpRequest, sheet_id: UUID, aspect_id: UUID
) -> HttpResponse:
    """Let the panel score one aspect again, for a reason."""
    sheet = _sheet(request, sheet_id)
    aspects = Aspect.objects.filter(sub_criterion=sheet.sub_criterion_id)
    aspect = get_object_or_404(aspects, pk=aspect_id)
    form = ScoreAgainForm(request.POST or None)

    def store() -> str:
        score_again(
            sheet=sheet,
            aspect=aspect,
            reason=form.cleaned_data["reason"],
            by=user_of(request),
            at=timezone.now(),
        )
        return _("The panel scores this aspect again.")

    if done(request, form, store):
        return redirect("scoring:sheet-laid-open", sheet.pk)
    context = _places(sheet) | {"aspect": aspect, "form": form}
    status = 422 if form.errors else 200
    return render(request, "scoring/aspect_score_again.html", context, status=status)


def _sheet(request: HttpRequest, sheet_id: UUID) -> Sheet:
    sheets = Sheet.objects.select_related("entry__event__competition", "sub_criterion")
    sheet = get_object_or_404(sheets, pk=sheet_id)
    not_found_unless(can_accept_marks(request.user, sheet.entry.event))
    return sheet


def _places(sheet: Sheet) -> dict[str, object]:
    event = sheet.entry.event
    return {
        "sheet": sheet,
        "event": event,
        "competition": event.competition,
        "entry_code": code_of(entry_codes(event.pk), sheet.entry_id),
    }
