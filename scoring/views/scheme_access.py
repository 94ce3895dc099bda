"""Finds schemes and what they belong to for those who prepare them; 404 otherwise."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from competitions.enums import ComponentSource
from competitions.models import Component, Event
from people.access import not_found_unless
from scoring.models import MarkingScheme, SchemeUpload
from scoring.permissions import can_prepare_schemes
from scoring.rules.scheme import Scheme
from scoring.rules.scheme_places import Place, item_at
from scoring.scheme_page import dotted

#: A place names a criterion, a sub criterion and an aspect at most.
DEEPEST = 3
LONGEST_POSITION = 5


def prepared_event(request: HttpRequest, event_id: UUID) -> Event:
    """Return an event whose schemes the user prepares."""
    event = get_object_or_404(Event.objects.select_related("competition"), pk=event_id)
    not_found_unless(can_prepare_schemes(request.user, event))
    return event


def prepared_component(request: HttpRequest, component_id: UUID) -> Component:
    """Return a component that gets a scheme from the user."""
    component = get_object_or_404(
        Component.objects.select_related("stage__event__competition"),
        pk=component_id,
        source=ComponentSource.SCHEME,
    )
    not_found_unless(can_prepare_schemes(request.user, component.stage.event))
    return component


def prepared_scheme(request: HttpRequest, scheme_id: UUID) -> MarkingScheme:
    """Return a scheme the user prepares."""
    scheme = get_object_or_404(
        MarkingScheme.objects.select_related("component__stage__event__competition"),
        pk=scheme_id,
    )
    not_found_unless(can_prepare_schemes(request.user, scheme.component.stage.event))
    return scheme


def prepared_upload(request: HttpRequest, upload_id: UUID) -> SchemeUpload:
    """Return a workbook handed in for a scheme the user prepares."""
    upload = get_object_or_404(
        SchemeUpload.objects.select_related(
            "component__stage__event__competition", "created_by"
        ),
        pk=upload_id,
    )
    not_found_unless(can_prepare_schemes(request.user, upload.component.stage.event))
    return upload


def places_of(component: Component) -> dict[str, object]:
    """Return what the head of every page of a component names."""
    event = component.stage.event
    return {"component": component, "event": event, "competition": event.competition}


def draft_scheme(request: HttpRequest, scheme_id: UUID) -> MarkingScheme:
    """Return a scheme the user may change; a frozen one has no page to do so."""
    scheme = prepared_scheme(request, scheme_id)
    not_found_unless(not scheme.is_frozen)
    return scheme


def edit_page(row: MarkingScheme, at: Place | str = "") -> HttpResponse:
    """Go to the tree of a draft: to the part at a place, or to another anchor."""
    page = redirect("scoring:scheme-edit", row.pk)
    anchor = at if isinstance(at, str) else f"place-{dotted(at)}"
    page["Location"] += f"#{anchor}" if anchor else ""
    return page


def place_in(scheme: Scheme, text: str) -> Place:
    """Read a place such as 2.1.3; 404 where a scheme has nothing."""
    numbers = text.split(".")
    if len(numbers) > DEEPEST or not all(map(_is_position, numbers)):
        raise Http404
    place = tuple(map(int, numbers))
    try:
        item_at(scheme, place)
    except LookupError:
        raise Http404 from None
    return place


def _is_position(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= LONGEST_POSITION
