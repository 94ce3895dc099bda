"""Addresses of competitions and events in the office."""

from django.urls import path

from competitions.views import (
    competition_forms,
    competition_page,
    competition_removal,
    competitions,
    components,
    events,
    organisers,
)

_COMPETITION = "office/competitions/<uuid:competition_id>/"
_EVENT = "office/events/<uuid:event_id>/"

urlpatterns = [
    path(
        "office/competitions/", competitions.competition_list, name="competition-list"
    ),
    path(
        "office/competitions/export.xlsx",
        competitions.competition_export,
        name="competition-export",
    ),
    path(
        "office/competitions/new/",
        competition_forms.CompetitionCreateView.as_view(),
        name="competition-create",
    ),
    path(_COMPETITION, competition_page.competition_detail, name="competition-detail"),
    path(
        f"{_COMPETITION}edit/",
        competition_forms.CompetitionEditView.as_view(),
        name="competition-edit",
    ),
    path(
        f"{_COMPETITION}advance/",
        competition_page.competition_advance,
        name="competition-advance",
    ),
    path(
        f"{_COMPETITION}step-back/",
        competition_page.competition_step_back,
        name="competition-step-back",
    ),
    path(
        f"{_COMPETITION}stop/",
        competition_page.competition_stop,
        name="competition-stop",
    ),
    path(
        f"{_COMPETITION}resume/",
        competition_page.competition_resume,
        name="competition-resume",
    ),
    path(
        f"{_COMPETITION}remove/",
        competition_removal.competition_remove,
        name="competition-remove",
    ),
    path(
        f"{_COMPETITION}organisers/",
        organisers.competition_organisers,
        name="competition-organisers",
    ),
    path(f"{_COMPETITION}events/new/", events.event_add, name="event-add"),
    path(_EVENT, events.event_detail, name="event-detail"),
    path(f"{_EVENT}edit/", events.event_edit, name="event-edit"),
    path(f"{_EVENT}remove/", events.event_remove, name="event-remove"),
    path(f"{_EVENT}components/", components.event_components, name="event-components"),
]
