"""Addresses of panels, judges and conflicts of interest in the office."""

from django.urls import path

from competitions.views import conflicts, judges, panels, seats

_EVENT = "office/events/<uuid:event_id>/"
_PANEL = "office/panels/<uuid:panel_id>/"
_SEAT = "office/seats/<uuid:seat_id>/"

urlpatterns = [
    path("office/judges/", judges.judge_list, name="judge-list"),
    path(f"{_EVENT}judges/new/", judges.judge_add, name="judge-add"),
    path(f"{_EVENT}panels/", panels.panel_list, name="panel-list"),
    path(f"{_EVENT}panels/new/", panels.panel_add, name="panel-add"),
    path(f"{_EVENT}chief-judges/", panels.chief_judge_add, name="chief-judge-add"),
    path(
        f"{_EVENT}chief-judges/<uuid:user_id>/dismiss/",
        panels.chief_judge_dismiss,
        name="chief-judge-dismiss",
    ),
    path(f"{_EVENT}conflicts/", conflicts.conflict_list, name="conflict-list"),
    path(_PANEL, seats.panel_edit, name="panel-edit"),
    path(f"{_PANEL}remove/", seats.panel_remove, name="panel-remove"),
    path(f"{_PANEL}seats/", panels.seat_add, name="seat-add"),
    path(_SEAT, seats.seat_edit, name="seat-edit"),
    path(f"{_SEAT}up/", seats.seat_move_up, name="seat-move-up"),
    path(f"{_SEAT}remove/", seats.seat_remove, name="seat-remove"),
    path(f"{_SEAT}conflicts/", conflicts.seat_conflicts, name="seat-conflicts"),
    path(
        f"{_SEAT}conflicts/<uuid:entry_id>/",
        conflicts.conflict_decide,
        name="conflict-decide",
    ),
]
