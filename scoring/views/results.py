"""The results of an event: prepared, checked by a second person, published."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from competitions.models import Event
from competitions.services.refusal import Refusal
from competitions.views.signed_in import user_of
from people.access import not_found_unless
from scoring.enums import ResultState
from scoring.forms.results import PrepareForm, ResultFilterForm
from scoring.models import ResultList
from scoring.permissions import (
    can_check_results,
    can_prepare_results,
    can_publish_results,
)
from scoring.policy_words import policy_words
from scoring.queries.result_lists import rows_of, versions_of
from scoring.queries.results import (
    candidates_of,
    component_names,
    current_list,
    result_policy_of,
)
from scoring.result_dependants import dependants_of
from scoring.result_page import changes_since, page_of
from scoring.result_state import steps_of
from scoring.result_table import result_table
from scoring.scale_words import scale_notices
from scoring.services.results import (
    ResultsNotReady,
    check_results,
    is_outdated,
    policy_as_json,
    prepare_results,
    publish_results,
    reasons_against,
)
from scoring.views.result_access import event_to_score, event_with_results, seen_list


@require_safe
def result_lists(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Show every version of an event's result, and what the next one still lacks."""
    return _lists_page(request, event_with_results(request, event_id))


@require_POST
def result_prepare(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Make the next provisional version and go to it."""
    event = event_to_score(request, event_id)
    form = _prepare_form(versions_of(event), request.POST)
    if form.is_valid():
        try:
            result_list = prepare_results(
                event=event,
                by=user_of(request),
                at=timezone.now(),
                reason=form.cleaned_data.get("reason", ""),
            )
        except ResultsNotReady as refusal:
            # The page lists the same reasons as tasks.
            messages.error(request, str(refusal))
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(
                request,
                _("Version %(version)s is prepared; a second person checks it now.")
                % {"version": result_list.version},
            )
            return redirect("scoring:result-list", result_list.pk)
    return _lists_page(request, event, form)


@require_safe
def result_list(request: HttpRequest, list_id: UUID) -> HttpResponse:
    """Show one version: what to look at, who moved, and every row with its reason."""
    found = seen_list(request, list_id)
    rows = rows_of(found)
    page = page_of(rows)
    form = ResultFilterForm(request.GET, page=page)
    shown = form.kept(page.rows)
    before, changes = changes_since(found, rows)
    is_open = found.state == ResultState.PROVISIONAL
    is_pending = found.state in (ResultState.PROVISIONAL, ResultState.CHECKED)
    rights = _context(request, found.event)
    context = rights | {
        "result_list": found,
        "page": page,
        "policy": policy_words(
            found.policy, {head.code: head.name for head in page.heads}
        ),
        "steps": steps_of(found),
        "form": form,
        "is_narrowed": len(shown) < len(page.rows),
        "table": result_table(page, shown),
        "before": before,
        "changes": changes,
        "is_open": is_open,
        "is_outdated": is_pending and is_outdated(found),
        "may_send_back": is_pending
        and (rights["can_check"] or (rights["can_publish"] and not is_open)),
        "may_reopen": rights["can_prepare"] and _may_reopen(found),
        "is_own": found.created_by_id == user_of(request).pk,
        "scale_notices": scale_notices(found.policy["scale"], rows),
    }
    return render(request, "scoring/result_list.html", context)


def result_check(request: HttpRequest, list_id: UUID) -> HttpResponse:
    """Let a second person confirm a result after a look at what is unusual."""
    found = seen_list(request, list_id)
    not_found_unless(can_check_results(request.user, found.event))
    if request.method == "POST":
        try:
            check_results(result_list=found, by=user_of(request), at=timezone.now())
        except Refusal as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("The result is checked and can be published."))
        return redirect("scoring:result-list", found.pk)
    return _step_page(request, found, "scoring/result_check.html")


def result_publish(request: HttpRequest, list_id: UUID) -> HttpResponse:
    """Publish a checked result after one question."""
    found = seen_list(request, list_id)
    not_found_unless(can_publish_results(request.user, found.event))
    if request.method == "POST":
        try:
            publish_results(result_list=found, by=user_of(request), at=timezone.now())
        except Refusal as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("The result is published."))
        return redirect("scoring:result-list", found.pk)
    return _step_page(
        request,
        found,
        "scoring/result_publish.html",
        dependants=dependants_of(found.event_id),
    )


def _lists_page(
    request: HttpRequest, event: Event, form: PrepareForm | None = None
) -> HttpResponse:
    versions = versions_of(event)
    current = next(
        (each for each in versions if each.state != ResultState.SUPERSEDED), None
    )
    candidates = candidates_of(event)
    prepares = can_prepare_results(request.user, event)
    published = _is_published(versions)
    context = _context(request, event) | {
        "versions": versions,
        "current": current,
        "steps": steps_of(current),
        "reasons": list(reasons_against(event, candidates)) if prepares else [],
        "policy": policy_words(
            policy_as_json(result_policy_of(event)), component_names(event)
        ),
        "prepare_form": form or _prepare_form(versions),
        "may_reopen": prepares and _may_reopen(current),
        "is_published": published,
    }
    return render(
        request, "scoring/result_lists.html", context, status=422 if form else 200
    )


def _step_page(
    request: HttpRequest, found: ResultList, template: str, **more: object
) -> HttpResponse:
    rows = rows_of(found)
    before, changes = changes_since(found, rows)
    context = _context(request, found.event) | {
        "result_list": found,
        "page": page_of(rows),
        "before": before,
        "changes": changes,
        **more,
    }
    return render(request, template, context)


def _context(request: HttpRequest, event: Event) -> dict[str, object]:
    return {
        "event": event,
        "competition": event.competition,
        "can_prepare": can_prepare_results(request.user, event),
        "can_check": can_check_results(request.user, event),
        "can_publish": can_publish_results(request.user, event),
    }


def _prepare_form(versions: list[ResultList], data: object = None) -> PrepareForm:
    """Return the form; the reason for which scores were opened stands in it."""
    published = next((each for each in versions if _is_published([each])), None)
    reason = published.reopening_reason if published else ""
    return PrepareForm(data, replaces=published is not None, reason=reason)


def _may_reopen(found: ResultList | None) -> bool:
    """Tell whether a list is published, the newest, and its scores are still fixed."""
    return (
        found is not None
        and found.state == ResultState.PUBLISHED
        and found.reopened_at is None
        and current_list(found.event_id) == found
    )


def _is_published(versions: list[ResultList]) -> bool:
    return any(each.state == ResultState.PUBLISHED for each in versions)
