"""The board of an event: first paint as HTML, its frames as JSON."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse

from live.enums import PublicationKind
from live.frames import frame_of
from live.models import Publication
from live.queries.publications import published
from live.views.caching import public_page
from people.public_address import public_address


@public_page
def board(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Show an event's board; ``?view=wall`` is the projector's."""
    frame = frame_of(_board(event_id))
    address = public_address(
        request, reverse("live:board", kwargs={"event_id": event_id})
    )
    context = {
        "board": frame,
        "event_id": event_id,
        "is_wall": request.GET.get("view") == "wall",
        "address": address,
    }
    return render(request, "live/board.html", context)


@public_page
def board_state(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Hand out the newest frame: for a viewer that missed one, and without sockets."""
    return JsonResponse(
        frame_of(_board(event_id)), json_dumps_params={"ensure_ascii": False}
    )


def _board(event_id: UUID) -> Publication:
    publication = published(PublicationKind.BOARD, event_id)
    if publication is None:
        raise Http404
    return publication
