"""Addresses at which the office follows the marking."""

from django.urls import path

from scoring.views import marking

_EVENT = "office/events/<uuid:event_id>/marking/"

urlpatterns = [
    path(_EVENT, marking.marking_progress_page, name="marking-progress"),
    path(f"{_EVENT}open/", marking.sheets_open, name="sheets-open"),
    path(f"{_EVENT}lock/", marking.marks_lock, name="marks-lock"),
]
