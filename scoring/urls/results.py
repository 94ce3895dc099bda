"""Addresses of component scores and results in the office."""

from django.urls import path

from scoring.views import (
    component_scores,
    entry_standing,
    result_papers,
    result_policy,
    result_reopening,
    results,
)

_EVENT = "office/events/<uuid:event_id>/"
_ENTRY = "office/entries/<uuid:entry_id>/standing/"
_LIST = "office/results/<uuid:list_id>/"

urlpatterns = [
    path(
        f"{_EVENT}scores/", component_scores.component_scores, name="component-scores"
    ),
    path(
        f"{_EVENT}scores/import/", component_scores.scores_import, name="scores-import"
    ),
    path(
        f"{_EVENT}scores/scores.xlsx",
        component_scores.scores_export,
        name="scores-export",
    ),
    path(
        f"{_EVENT}scores/present/",
        entry_standing.marked_present,
        name="marked-present",
    ),
    path(_ENTRY, entry_standing.entry_standing, name="entry-standing"),
    path(f"{_ENTRY}attendance/", entry_standing.attendance_set, name="attendance-set"),
    path(f"{_ENTRY}deductions/", entry_standing.deduction_add, name="deduction-add"),
    path(
        "office/deductions/<uuid:deduction_id>/withdraw/",
        entry_standing.deduction_withdraw,
        name="deduction-withdraw",
    ),
    path(f"{_EVENT}results/", results.result_lists, name="result-lists"),
    path(f"{_EVENT}results/policy/", result_policy.result_policy, name="result-policy"),
    path(f"{_EVENT}results/prepare/", results.result_prepare, name="result-prepare"),
    path(_LIST, results.result_list, name="result-list"),
    path(f"{_LIST}check/", results.result_check, name="result-check"),
    path(
        f"{_LIST}send-back/", result_reopening.result_send_back, name="result-send-back"
    ),
    path(f"{_LIST}open-scores/", result_reopening.scores_reopen, name="scores-reopen"),
    path(f"{_LIST}publish/", results.result_publish, name="result-publish"),
    path(
        f"{_LIST}result.xlsx", result_papers.result_spreadsheet, name="result-workbook"
    ),
    path(f"{_LIST}summary.pdf", result_papers.result_paper, name="result-summary"),
]
