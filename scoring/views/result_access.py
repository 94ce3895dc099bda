"""Finds results and what they are made of for those who work on them; else 404."""

from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from competitions.models import Entry, Event
from people.access import not_found_unless
from scoring.models import ResultList
from scoring.permissions import can_prepare_results, can_see_results
from scoring.queries.result_lists import with_people


def event_with_results(request: HttpRequest, event_id: UUID) -> Event:
    """Return an event whose results the user prepares, checks or publishes."""
    event = get_object_or_404(Event.objects.select_related("competition"), pk=event_id)
    not_found_unless(can_see_results(request.user, event))
    return event


def event_to_score(request: HttpRequest, event_id: UUID) -> Event:
    """Return an event whose component scores the user enters."""
    event = get_object_or_404(Event.objects.select_related("competition"), pk=event_id)
    not_found_unless(can_prepare_results(request.user, event))
    return event


def entry_to_score(request: HttpRequest, entry_id: UUID) -> Entry:
    """Return an entry of such an event."""
    entries = Entry.objects.select_related("event__competition", "organisation")
    entry = get_object_or_404(entries, pk=entry_id)
    not_found_unless(can_prepare_results(request.user, entry.event))
    return entry


def seen_list(request: HttpRequest, list_id: UUID) -> ResultList:
    """Return a result list the user may read."""
    result_list = get_object_or_404(with_people(ResultList.objects.all()), pk=list_id)
    not_found_unless(can_see_results(request.user, result_list.event))
    return result_list
