"""Addresses at which the office follows the marking."""

from django.urls import path

from scoring.views import laid_open, marking

_EVENT = "office/events/<uuid:event_id>/marking/"
_SHEET = "office/sheets/<uuid:sheet_id>/"

urlpatterns = [
    path(_EVENT, marking.marking_progress_page, name="marking-progress"),
    path(f"{_EVENT}open/", marking.sheets_open, name="sheets-open"),
    path(_SHEET, laid_open.sheet_laid_open, name="sheet-laid-open"),
    path(
        f"{_SHEET}aspects/<uuid:aspect_id>/score-again/",
        laid_open.aspect_score_again,
        name="aspect-score-again",
    ),
    path(f"{_EVENT}lock/", marking.marks_lock, name="marks-lock"),
]
