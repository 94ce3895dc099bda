"""The list of what happened."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

import django_tables2 as tables
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from audit import wording
from audit.models import AuditEvent
from audit.naming import Naming


def _narrowed(record: AuditEvent) -> str:
    """Return the address of the list of one stream alone."""
    return "?" + urlencode({"stream": record.stream_id})


class AuditTable(tables.Table):
    """Events, the latest first; names come from the apps that know them."""

    at = tables.TemplateColumn(
        template_name="audit/columns/moment.html", verbose_name=_("Time")
    )
    happened = tables.Column(
        accessor="action",
        verbose_name=_("What happened"),
        orderable=False,
        attrs={"td": {"class": "wide"}},
    )
    actor = tables.Column(
        verbose_name=_("Who"), orderable=False, attrs={"td": {"class": "nowrap"}}
    )
    stream = tables.Column(
        accessor="stream_id",
        linkify=_narrowed,
        verbose_name=_("Belongs to"),
        orderable=False,
        attrs={"td": {"class": "wide"}},
    )
    seq = tables.Column(
        verbose_name=_("Sequence number"),
        orderable=False,
        attrs={"td": {"class": "number"}, "th": {"class": "number"}},
    )

    class Meta:
        model = AuditEvent
        fields = ("at", "happened", "actor", "stream", "seq")
        attrs = {"class": "table"}

    def __init__(self, *args: Any, naming: Naming, **kwargs: Any) -> None:
        """Remember who knows the names."""
        super().__init__(*args, **kwargs)
        self._naming = naming
        self._actors: Mapping[str, str] = {}
        self._streams: Mapping[str, str] = {}

    def before_render(self, request: HttpRequest) -> None:
        """Ask for the names of all actors and streams of the page at once."""
        records = [row.record for row in self.paginated_rows]
        self._actors = self._naming.actors({each.actor for each in records})
        self._streams = self._naming.streams({each.stream_id for each in records})

    def render_happened(self, record: AuditEvent) -> str:
        """Show the event as a sentence."""
        return wording.sentence(record)

    def render_actor(self, value: str) -> str:
        """Show the name of the actor, or the actor as recorded."""
        return self._actors.get(value, value)

    def render_stream(self, value: str) -> str:
        """Show the name of the stream, or the stream as recorded."""
        return self._streams.get(value, value)
