"""The public page of a draw, on which anybody recomputes it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language

from competitions.enums import DrawKind, DrawState
from live.enums import PublicationKind
from live.models import Publication
from live.queries.publications import published
from live.views.caching import public_page

_MOMENTS = ("committed_at", "drawn_at", "voided_at")


@public_page
def draw_page(request: HttpRequest, draw_id: UUID) -> HttpResponse:
    """Show what is public of a draw."""
    publication = _publication(draw_id)
    record = publication.content
    context = {
        "record": record,
        "version": publication.version,
        "kind": DrawKind(record["kind"]),
        "state": DrawState(record["state"]),
        "event_name": _name(record["event"]),
        "competition_name": _name(record["competition"]),
        "participants": record["participants"],
        "rows": _rows(record),
        **{key: _moment(record, key) for key in _MOMENTS},
    }
    return render(request, "live/draw.html", context)


@public_page
def draw_record(request: HttpRequest, draw_id: UUID) -> HttpResponse:
    """Return the public record as JSON, for programs that recompute the draw."""
    record = _publication(draw_id).content
    parameters = {"ensure_ascii": False, "indent": 2}
    return JsonResponse(record, json_dumps_params=parameters)


def _publication(draw_id: UUID) -> Publication:
    publication = published(PublicationKind.DRAW, draw_id)
    if publication is None:
        raise Http404
    return publication


def _rows(record: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the result in the order drawn, each with the place it was listed at."""
    listed = {
        each["entry"]: {**each, "place": place}
        for place, each in enumerate(record["participants"], start=1)
    }
    return [
        {**listed[line["entry"]], "given": line["given"]}
        for line in record.get("result", ())
    ]


def _name(names: dict[str, str]) -> str:
    is_english = get_language() == "en" and names["name_en"]
    return names["name_en"] if is_english else names["name"]


def _moment(record: dict[str, Any], key: str) -> datetime | None:
    return datetime.fromisoformat(record[key]) if key in record else None
