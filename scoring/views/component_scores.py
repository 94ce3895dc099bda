"""Component scores: typed in a grid, or read from a spreadsheet into the same grid."""

from io import BytesIO
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _, ngettext
from django.views.decorators.http import require_POST, require_safe

from competitions.models import Event
from competitions.views.acting import done
from competitions.views.entries import workbook_response
from competitions.views.signed_in import user_of
from people.imports.workbook_guard import NotAWorkbook
from people.sentences import in_words
from scoring.exports.component_scores import scores_workbook
from scoring.forms.component_scores import ScoresFileForm, ScoresForm, filled
from scoring.imports.component_scores import read_scores
from scoring.queries.component_scores import score_grid
from scoring.queries.results import current_list, marked_but_expected
from scoring.score_verdicts import LineVerdict, marks_of, verdicts_of
from scoring.services.component_scores import record_scores
from scoring.services.results import scores_are_fixed
from scoring.views.result_access import event_to_score


def component_scores(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Show the grid and store what was typed into it."""
    event = event_to_score(request, event_id)
    form = ScoresForm(request.POST or None, grid=score_grid(event))

    def store() -> str:
        number = record_scores(
            marks=form.marks(), by=user_of(request), at=timezone.now()
        )
        return ngettext(
            "%(number)s mark is stored.", "%(number)s marks are stored.", number
        ) % {"number": number}

    if request.method == "POST" and done(request, form, store):
        return redirect("scoring:component-scores", event.pk)
    return _page(request, event, form)


@require_safe
def scores_export(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Hand the grid out as a spreadsheet to fill in."""
    event = event_to_score(request, event_id)
    return workbook_response(
        scores_workbook(score_grid(event)), f"scores-{event.number}.xlsx"
    )


@require_POST
def scores_import(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Fill the grid from a spreadsheet, with a verdict on every row; store nothing."""
    event = event_to_score(request, event_id)
    grid = score_grid(event)
    file_form = ScoresFileForm(request.POST, request.FILES)
    if not file_form.is_valid():
        return _page(request, event, ScoresForm(grid=grid), file_form=file_form)
    try:
        content = BytesIO(file_form.cleaned_data["file"].read())
        lines = read_scores(content, grid.components)
    except NotAWorkbook as error:
        file_form.add_error("file", in_words(error.sentence))
        return _page(request, event, ScoresForm(grid=grid), file_form=file_form)
    form = filled(grid, marks_of(grid, lines))
    form.full_clean()
    verdicts = list(verdicts_of(form, lines))
    return _page(request, event, form, verdicts=verdicts)


def _page(
    request: HttpRequest,
    event: Event,
    form: ScoresForm,
    *,
    file_form: ScoresFileForm | None = None,
    verdicts: list[LineVerdict] | None = None,
) -> HttpResponse:
    entered, expected = form.grid.entered, len(form.grid.cells)
    failed = (form.is_bound and form.errors) or (file_form and file_form.errors)
    is_fixed = scores_are_fixed(event.pk)
    context = {
        "event": event,
        "competition": event.competition,
        "form": form,
        "lines": list(form.lines()),
        "components": form.grid.components,
        "file_form": file_form or ScoresFileForm(),
        "verdicts": verdicts,
        "is_fixed": is_fixed,
        "fixed_by": current_list(event.pk) if is_fixed else None,
        "to_confirm": 0 if is_fixed else len(marked_but_expected(event)),
        "is_complete": entered == expected,
        "progress": _("%(done)s of %(expected)s marks")
        % {"done": entered, "expected": expected},
    }
    status = 422 if failed and not verdicts else 200
    return render(request, "scoring/component_scores.html", context, status=status)
