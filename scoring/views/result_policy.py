"""How an event is ranked: chosen, previewed on the marks that stand, then saved."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from competitions.views.acting import done
from competitions.views.signed_in import user_of
from scoring.forms.result_policy import ResultPolicyForm
from scoring.models import Result
from scoring.queries.results import candidates_of, result_policy_of
from scoring.result_page import page_of
from scoring.result_table import ResultTable, result_table
from scoring.scale_words import scale_notices
from scoring.services.result_policy import set_result_policy
from scoring.services.results import rows_under
from scoring.views.result_access import event_to_score

#: How many rows of the preview are shown.
SHOWN = 15


def result_policy(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Show the policy with what it would do; ``preview`` only shows, else it saves."""
    event = event_to_score(request, event_id)
    policy = result_policy_of(event)
    form = ResultPolicyForm(request.POST or None, event=event, policy=policy)

    def save() -> str:
        set_result_policy(
            event=event, details=form.details(), by=user_of(request), at=timezone.now()
        )
        return _("The way of ranking is saved.")

    is_preview = "preview" in request.POST
    if request.method == "POST" and not is_preview and done(request, form, save):
        return redirect("scoring:result-lists", event.pk)
    if form.is_bound and form.is_valid():
        policy = form.details().as_policy(event)
    rows = rows_under(policy, candidates_of(event))
    context = {
        "event": event,
        "competition": event.competition,
        "form": form,
        "table": _preview(rows),
        "scale_notices": scale_notices(policy.scale, rows),
        "is_preview": is_preview,
    }
    status = 422 if form.errors else 200
    return render(request, "scoring/result_policy.html", context, status=status)


def _preview(rows: list[Result]) -> ResultTable:
    rows.sort(key=lambda row: (row.rank is None, row.rank or 0, row.entry.number or 0))
    page = page_of(rows)
    return result_table(page, page.rows[:SHOWN], with_parts=False)
