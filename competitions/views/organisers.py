"""The page on which those who run a competition name others who do."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from competitions.forms.competitions import OrganiserForm
from competitions.models import Competition
from competitions.permissions import can_manage_competition
from competitions.queries.organisers import organiser_labels, organisers_of
from competitions.services.appointments import name_organiser
from competitions.views.acting import done
from competitions.views.signed_in import user_of
from people.access import not_found_unless


def competition_organisers(request: HttpRequest, competition_id: UUID) -> HttpResponse:
    """Show who runs a competition, and name one more."""
    competition = get_object_or_404(Competition, pk=competition_id)
    not_found_unless(can_manage_competition(request.user, competition))
    form = OrganiserForm(request.POST or None)

    def name() -> str:
        named = name_organiser(
            competition=competition,
            **form.cleaned_data,
            by=user_of(request),
            at=timezone.now(),
        )
        return _("%s now runs this competition.") % named.user.get_full_name()

    if done(request, form, name):
        return redirect("competitions:competition-organisers", competition.pk)
    context = {
        "form": form,
        "competition": competition,
        "organisers": organisers_of(competition),
        "organiser_labels": organiser_labels(),
    }
    status = 422 if form.is_bound else 200
    return render(
        request, "competitions/competition_organisers.html", context, status=status
    )
