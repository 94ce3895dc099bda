"""Addresses of draws in the office."""

from django.urls import path

from competitions.views import draws

_EVENT = "office/events/<uuid:event_id>/"
_DRAW = "office/draws/<uuid:draw_id>/"

urlpatterns = [
    path(f"{_EVENT}draws/", draws.draw_list, name="draw-list"),
    path(f"{_EVENT}draws/new/", draws.draw_commit, name="draw-commit"),
    path(f"{_DRAW}run/", draws.draw_run, name="draw-run"),
    path(f"{_DRAW}void/", draws.draw_void, name="draw-void"),
    path(f"{_DRAW}record.pdf", draws.draw_record, name="draw-record"),
]
