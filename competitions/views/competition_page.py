"""The page of one competition, and the steps that lead it on."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from competitions.competition_page import competition_page
from competitions.enums import CompetitionState
from competitions.forms.phases import StopForm
from competitions.models import Competition
from competitions.permissions import can_manage_competition, visible_competitions
from competitions.services import phases
from competitions.services.refusal import Refusal
from competitions.views.signed_in import user_of
from people.access import not_found_unless


@require_safe
def competition_detail(request: HttpRequest, competition_id: UUID) -> HttpResponse:
    """Show where a competition stands and what remains to be done."""
    visible = visible_competitions(request.user)
    competition = get_object_or_404(visible, pk=competition_id)
    return _page(request, competition)


@require_POST
def competition_advance(request: HttpRequest, competition_id: UUID) -> HttpResponse:
    """Move to the next phase, or show what is missing."""
    competition = _managed(request, competition_id)
    try:
        moved = phases.advance_competition(
            competition=competition, by=user_of(request), at=timezone.now()
        )
    except phases.NotReady as refusal:
        return _page(request, competition, refusal=refusal, status=409)
    except Refusal as refusal:
        return _page(request, competition, refusal=refusal, status=409)
    return _moved(request, moved)


@require_POST
def competition_step_back(request: HttpRequest, competition_id: UUID) -> HttpResponse:
    """Return to the phase before."""
    return _move(request, competition_id, phases.step_back)


@require_POST
def competition_resume(request: HttpRequest, competition_id: UUID) -> HttpResponse:
    """Go on with a competition that was postponed or cancelled."""
    return _move(request, competition_id, phases.resume_competition)


def competition_stop(request: HttpRequest, competition_id: UUID) -> HttpResponse:
    """Ask for the reason, then postpone or cancel."""
    competition = _managed(request, competition_id)
    form = StopForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            moved = phases.stop_competition(
                competition=competition,
                by=user_of(request),
                at=timezone.now(),
                **form.cleaned_data,
            )
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            return _moved(request, moved)
    context = {"form": form, "competition": competition}
    return render(request, "competitions/competition_stop.html", context)


def _managed(request: HttpRequest, competition_id: UUID) -> Competition:
    competition = get_object_or_404(Competition, pk=competition_id)
    not_found_unless(can_manage_competition(request.user, competition))
    return competition


def _move(
    request: HttpRequest, competition_id: UUID, step: Callable[..., Competition]
) -> HttpResponse:
    competition = _managed(request, competition_id)
    try:
        moved = step(competition=competition, by=user_of(request), at=timezone.now())
    except Refusal as refusal:
        return _page(request, competition, refusal=refusal, status=409)
    return _moved(request, moved)


def _moved(request: HttpRequest, competition: Competition) -> HttpResponse:
    state = CompetitionState(competition.state).label
    messages.success(request, _("The competition is now in: %s.") % state)
    return redirect("competitions:competition-detail", competition.pk)


def _page(
    request: HttpRequest,
    competition: Competition,
    *,
    refusal: Refusal | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "page": competition_page(competition, user_of(request)),
        "competition": competition,
        "can_manage": can_manage_competition(request.user, competition),
        "refusal": refusal,
    }
    return render(
        request, "competitions/competition_detail.html", context, status=status
    )
