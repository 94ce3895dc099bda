"""The page that asks before a competition is removed."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from competitions.models import Competition
from competitions.permissions import can_manage_competition
from competitions.services.refusal import Refusal
from competitions.services.removal import remove_competition
from competitions.views.signed_in import user_of
from people.access import not_found_unless


def competition_remove(request: HttpRequest, competition_id: UUID) -> HttpResponse:
    """Ask, then remove a competition nobody heard of."""
    competition = get_object_or_404(Competition, pk=competition_id)
    not_found_unless(can_manage_competition(request.user, competition))
    if request.method != "POST":
        context = {"competition": competition}
        return render(request, "competitions/competition_remove.html", context)
    name = competition.display_name
    try:
        remove_competition(
            competition=competition, by=user_of(request), at=timezone.now()
        )
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("competitions:competition-detail", competition_id)
    messages.success(request, _("“%s” is removed.") % name)
    return redirect("competitions:competition-list")
