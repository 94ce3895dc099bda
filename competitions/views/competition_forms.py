"""The pages on which a competition is created and its details are edited."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views import View

from competitions.forms.competitions import (
    CompetitionForm,
    HostFormSet,
    HostRows,
    NewCompetitionForm,
    competition_values,
    host_values,
)
from competitions.forms.errors import add_error
from competitions.forms.events import FirstEventFormSet, FirstEventRows
from competitions.models import Competition, Occupation
from competitions.permissions import (
    can_create_competitions,
    can_manage_competition,
    can_name_organisers,
)
from competitions.queries.competitions import hosts_of
from competitions.queries.organisations import organisation_labels
from competitions.queries.organisers import organiser_labels
from competitions.services.competitions import (
    create_competition,
    save_competition,
)
from competitions.services.refusal import Refusal
from competitions.views.signed_in import user_of
from people.access import not_found_unless
from people.permissions import can_edit_people


class CompetitionCreateView(View):
    """One page from nothing to a competition with hosts and events."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show the empty page."""
        not_found_unless(can_create_competitions(request.user))
        return _create_page(
            request,
            _new_form(request),
            HostFormSet(prefix="hosts"),
            FirstEventFormSet(prefix="events"),
        )

    def post(self, request: HttpRequest) -> HttpResponse:
        """Create everything at once, or show what is wrong and keep what was typed."""
        not_found_unless(can_create_competitions(request.user))
        form = _new_form(request)
        hosts = HostFormSet(request.POST, prefix="hosts")
        events = FirstEventFormSet(request.POST, prefix="events")
        if all([form.is_valid(), hosts.is_valid(), events.is_valid()]):
            try:
                competition = create_competition(
                    details=form.details(),
                    hosts=hosts.lines(),
                    events=events.details(),
                    organiser=form.organiser_named(),
                    by=user_of(request),
                    at=timezone.now(),
                )
            except ValidationError as error:
                add_error(form, error)
            else:
                messages.success(request, _("The competition is created."))
                return redirect("competitions:competition-detail", competition.pk)
        return _create_page(request, form, hosts, events)


class CompetitionEditView(View):
    """Changes the details and hosts of a competition."""

    def get(self, request: HttpRequest, competition_id: UUID) -> HttpResponse:
        """Show what is on record."""
        competition = _managed(request, competition_id)
        return _edit_page(
            request,
            competition,
            CompetitionForm(initial=competition_values(competition)),
            HostFormSet(prefix="hosts", initial=host_values(hosts_of(competition.pk))),
        )

    def post(self, request: HttpRequest, competition_id: UUID) -> HttpResponse:
        """Save, or show what is wrong and keep what was typed."""
        competition = _managed(request, competition_id)
        form = CompetitionForm(request.POST)
        hosts = HostFormSet(
            request.POST,
            prefix="hosts",
            initial=host_values(hosts_of(competition.pk)),
        )
        if all([form.is_valid(), hosts.is_valid()]):
            try:
                save_competition(
                    competition=competition,
                    version=form.cleaned_data["version"],
                    details=form.details(),
                    hosts=hosts.lines(),
                    by=user_of(request),
                    at=timezone.now(),
                )
            except ValidationError as error:
                add_error(form, error)
            except Refusal as refusal:
                form.add_error(None, str(refusal))
            else:
                messages.success(request, _("The details are saved."))
                return redirect("competitions:competition-detail", competition.pk)
        return _edit_page(request, competition, form, hosts)


def _managed(request: HttpRequest, competition_id: UUID) -> Competition:
    competition = get_object_or_404(Competition, pk=competition_id)
    not_found_unless(can_manage_competition(request.user, competition))
    return competition


def _new_form(request: HttpRequest) -> NewCompetitionForm:
    typed = request.POST if request.method == "POST" else None
    return NewCompetitionForm(typed, names_organiser=can_name_organisers(request.user))


def _create_page(
    request: HttpRequest,
    form: NewCompetitionForm,
    hosts: HostRows,
    events: FirstEventRows,
) -> HttpResponse:
    context = {
        "form": form,
        "hosts": hosts,
        "events": events,
        "organisations": organisation_labels(),
        "can_edit_people": can_edit_people(request.user),
        "organisers": organiser_labels() if "organiser" in form.fields else [],
        "occupations": Occupation.objects.order_by("code"),
    }
    return render(request, "competitions/competition_create.html", context)


def _edit_page(
    request: HttpRequest,
    competition: Competition,
    form: CompetitionForm,
    hosts: HostRows,
) -> HttpResponse:
    context = {
        "form": form,
        "hosts": hosts,
        "competition": competition,
        "organisations": organisation_labels(),
        "can_edit_people": can_edit_people(request.user),
    }
    return render(request, "competitions/competition_edit.html", context)
