"""The names of audit streams: which competition or event a stream tells of."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Q

from audit.streams import competition_stream, event_stream
from competitions.models import Competition, Event


def stream_names(codes: Collection[str]) -> dict[str, str]:
    """Return the names of streams of competitions and events; two statements."""
    competitions = Competition.objects.filter(pk__in=_keys(codes, "competition"))
    events = Event.objects.filter(pk__in=_keys(codes, "event"))
    return {
        **{competition_stream(each.pk): each.display_name for each in competitions},
        **{
            event_stream(each.pk): (
                f"{each.display_name} · {each.competition.display_name}"
            )
            for each in events.select_related("competition")
        },
    }


def streams_named(text: str) -> list[str]:
    """Return the streams of competitions in whose name, or event's, a text stands."""
    named = Q(name__icontains=text) | Q(name_en__icontains=text)
    competitions = Competition.objects.filter(named)
    events = Event.objects.filter(named | Q(competition__in=competitions.values("pk")))
    return [
        *(competition_stream(key) for key in competitions.values_list("pk", flat=True)),
        *(event_stream(key) for key in events.values_list("pk", flat=True)),
    ]


def _keys(codes: Collection[str], kind: str) -> list[UUID]:
    """Return the keys of one kind; a code somebody typed may hold no key at all."""
    keys = [code.removeprefix(f"{kind}:") for code in codes if code.startswith(kind)]
    return [UUID(key) for key in keys if _is_key(key)]


def _is_key(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False
