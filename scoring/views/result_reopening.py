"""The ways back: a result that is sent back, and scores that are opened again."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from competitions.views.acting import done
from competitions.views.signed_in import user_of
from people.access import not_found_unless
from scoring.forms.results import ReopenForm, SendBackForm
from scoring.models import ResultList
from scoring.permissions import (
    can_check_results,
    can_prepare_results,
    can_publish_results,
)
from scoring.result_dependants import dependants_of
from scoring.services.reopening import reopen_scores, send_back
from scoring.views.result_access import seen_list


def result_send_back(request: HttpRequest, list_id: UUID) -> HttpResponse:
    """Send a result that is not published back, with what has to be mended."""
    found = seen_list(request, list_id)
    not_found_unless(
        can_check_results(request.user, found.event)
        or can_publish_results(request.user, found.event)
    )
    form = SendBackForm(request.POST or None)

    def store() -> str:
        send_back(
            result_list=found,
            reason=form.cleaned_data["reason"],
            by=user_of(request),
            at=timezone.now(),
        )
        return _("The result is sent back; its scores can be corrected.")

    if done(request, form, store):
        return redirect("scoring:result-list", found.pk)
    return _page(request, found, form, "scoring/result_send_back.html")


def scores_reopen(request: HttpRequest, list_id: UUID) -> HttpResponse:
    """Open the scores behind a published result, for a reason."""
    found = seen_list(request, list_id)
    not_found_unless(can_prepare_results(request.user, found.event))
    form = ReopenForm(request.POST or None)

    def store() -> str:
        reopen_scores(
            result_list=found,
            reason=form.cleaned_data["reason"],
            by=user_of(request),
            at=timezone.now(),
        )
        return _("The scores are open; correct them, then prepare a new version.")

    if done(request, form, store):
        return redirect("scoring:component-scores", found.event_id)
    return _page(request, found, form, "scoring/scores_reopen.html")


def _page(
    request: HttpRequest,
    found: ResultList,
    form: SendBackForm | ReopenForm,
    template: str,
) -> HttpResponse:
    context = {
        "event": found.event,
        "competition": found.event.competition,
        "result_list": found,
        "form": form,
        "dependants": dependants_of(found.event_id),
    }
    return render(request, template, context, status=422 if form.errors else 200)
