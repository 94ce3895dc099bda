"""The library of judges, and accounts for those who have none yet."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django_tables2 import RequestConfig

from competitions.enums import Capability
from competitions.filters import JudgeFilter
from competitions.forms.errors import add_error
from competitions.forms.panels import NewJudgeForm
from competitions.permissions import has_capability_anywhere, visible_events
from competitions.queries.judges import judges_with_seats
from competitions.queries.organisations import organisation_labels
from competitions.services.appointments import open_judge_account
from competitions.tables import JudgeTable
from competitions.views.panel_access import appointed_event
from competitions.views.signed_in import user_of
from people.access import not_found_unless

PAGE_SIZE = 50


@require_safe
def judge_list(request: HttpRequest) -> HttpResponse:
    """Show everybody who marks, with the seats the user may know of."""
    appoints = Capability.PANELS_APPOINT
    not_found_unless(has_capability_anywhere(request.user, appoints))
    events = visible_events(request.user, appoints)
    found = JudgeFilter(request.GET, queryset=judges_with_seats(events))
    table = JudgeTable(found.qs)
    RequestConfig(request, paginate={"per_page": PAGE_SIZE}).configure(table)
    context = {"table": table, "form": found.form}
    return render(request, "competitions/judge_list.html", context)


@never_cache
def judge_add(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Open an account for a judge and show its first password, once."""
    event = appointed_event(request, event_id)
    form = NewJudgeForm(request.POST or None)
    context = {"event": event, "competition": event.competition, "form": form}
    if request.method == "POST" and form.is_valid():
        try:
            opened = open_judge_account(
                candidate=form.candidate(),
                event=event,
                by=user_of(request),
                at=timezone.now(),
            )
        except ValidationError as error:
            add_error(form, error)
        else:
            context["opened"] = opened
            # In the answer itself: a redirect would have to store it somewhere.
            return render(request, "competitions/judge_first_password.html", context)
    context["organisations"] = organisation_labels()
    return render(request, "competitions/judge_add.html", context)
