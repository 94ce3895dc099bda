"""Addresses of the judges' tablets."""

from django.urls import path

from scoring.views import judge, judge_accepting, judge_pin, judge_signing

_EVENT = "judge/events/<uuid:event_id>/"

urlpatterns = [
    path("judge/", judge.judge_home, name="judge-home"),
    path("judge/pin/", judge_pin.judge_pin, name="judge-pin"),
    path(_EVENT, judge.judge_event, name="judge-event"),
    path(f"{_EVENT}sign/", judge_signing.judge_sign, name="judge-sign"),
    path(f"{_EVENT}accept/", judge_accepting.judge_accept, name="judge-accept"),
    path(
        f"{_EVENT}accept/<uuid:sheet_id>/",
        judge_accepting.judge_accept_sheet,
        name="judge-accept-sheet",
    ),
]
