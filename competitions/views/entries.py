"""The list of the entries of an event, and the same list as a workbook."""

from typing import TYPE_CHECKING
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.http import require_safe
from django_tables2 import RequestConfig

from competitions.entry_filter import EntryFilter
from competitions.entry_table import EntryTable
from competitions.enums import EntryState
from competitions.exports.entries import entries_workbook
from competitions.exports.sheet import CONTENT_TYPE
from competitions.models import Event
from competitions.permissions import (
    can_open_entry_list,
    can_review_entries,
    can_see_competition,
    can_see_entries,
    units_of,
    visible_entries,
)
from competitions.queries.entries import entry_of_person, state_counts, with_members
from competitions.services.entry_window import may_enter
from competitions.views.signed_in import user_of
from people.access import not_found_unless
from people.rules.identity import (
    InvalidIdentityNumber,
    looks_like_identity_number,
    parse_identity_number,
)
from people.sentences import in_words

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from competitions.models import Entry
    from competitions.permissions import AnyUser

PAGE_SIZE = 50


class EntryListView(View):
    """The entries a user may see. A search is posted: it may be an identity number,
    which must never stand in an address."""

    def get(self, request: HttpRequest, event_id: UUID) -> HttpResponse:
        """Show the entries, narrowed and sorted as asked."""
        event = listed_event(request, event_id)
        found = _found(request, event)
        reviews = can_review_entries(request.user, event)
        table = EntryTable(found.qs, exclude=_hidden_columns(request.user, event))
        RequestConfig(request, paginate={"per_page": PAGE_SIZE}).configure(table)
        sees_all = can_see_entries(request.user, event)
        context = {
            "event": event,
            "competition": event.competition,
            "table": table,
            "form": found.form,
            "is_narrowed": any(request.GET.get(name) for name in found.filters),
            "counts": state_counts([event.pk])[event.pk] if sees_all else None,
            "returned": [] if sees_all else _returned(request, event),
            "can_review": reviews,
            "can_submit": may_enter(event, user_of(request)),
            "can_see_competition": can_see_competition(
                user_of(request), event.competition
            ),
        }
        return render(request, "competitions/entry_list.html", context)

    def post(self, request: HttpRequest, event_id: UUID) -> HttpResponse:
        """Go to the entry of an identity number, or to the list of a text."""
        event = listed_event(request, event_id)
        text = request.POST.get("q", "").strip()
        if looks_like_identity_number(text):
            return _go_to_identity(request, event, text)
        names = ("q", "unit", "state")
        typed = {name: request.POST.get(name, "").strip() for name in names}
        query = urlencode({name: value for name, value in typed.items() if value})
        return redirect(f"{_address(event)}?{query}")


@require_safe
def entry_export(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Hand out the list, narrowed as on the page, as an xlsx file."""
    event = listed_event(request, event_id)
    return workbook_response(
        entries_workbook(_found(request, event).qs),
        _("%s – entries.xlsx") % event.display_name,
    )


def workbook_response(content: bytes, name: str) -> HttpResponse:
    """Answer with a workbook to be saved."""
    return HttpResponse(
        content,
        content_type=CONTENT_TYPE,
        headers={
            "Content-Disposition": content_disposition_header(
                as_attachment=True, filename=name
            )
        },
    )


def listed_event(request: HttpRequest, event_id: UUID) -> Event:
    """Return an event whose entries the user finds, answer 404 for any other."""
    events = Event.objects.select_related("competition")
    event = get_object_or_404(events, pk=event_id)
    not_found_unless(can_open_entry_list(request.user, event))
    return event


def _found(request: HttpRequest, event: Event) -> EntryFilter:
    rows = with_members(visible_entries(request.user).filter(event=event))
    return EntryFilter(request.GET, queryset=rows, request=request)


def _hidden_columns(user: "AnyUser", event: Event) -> list[str]:
    """Leave out what says nothing: boxes nobody ticks, the one unit of a contact."""
    hidden = [] if can_review_entries(user, event) else ["select"]
    if not can_see_entries(user, event) and len(units_of(user)) == 1:
        hidden.append("unit")
    return hidden


def _returned(request: HttpRequest, event: Event) -> "list[Entry]":
    rows: QuerySet[Entry] = visible_entries(request.user).filter(
        event=event, state=EntryState.RETURNED
    )
    return list(with_members(rows))


def _go_to_identity(request: HttpRequest, event: Event, text: str) -> HttpResponse:
    try:
        identity = parse_identity_number(text, today=timezone.localdate())
    except InvalidIdentityNumber as error:
        messages.error(request, in_words(error.sentence))
        return redirect(_address(event))
    among = visible_entries(request.user).filter(event=event)
    entry = entry_of_person(identity.number, among)
    if entry is None:
        messages.warning(request, _("Nobody in this list has this identity number."))
        return redirect(_address(event))
    return redirect("competitions:entry-detail", entry.pk)


def _address(event: Event) -> str:
    return reverse("competitions:entry-list", args=(event.pk,))
