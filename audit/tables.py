"""The list of what happened."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import django_tables2 as tables
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from audit import wording
from audit.models import AuditEvent

#: Turns actors such as ``user:<id>`` into names, a page of them at a time.
NamesOf = Callable[[Iterable[str]], Mapping[str, str]]


class AuditTable(tables.Table):
    """Events, the latest first; names of actors come from the app that knows them."""

    at = tables.DateTimeColumn(verbose_name=_("Time"), format="Y-m-d H:i:s")
    happened = tables.Column(
        accessor="action", verbose_name=_("What happened"), orderable=False
    )
    actor = tables.Column(verbose_name=_("Who"), orderable=False)
    stream = tables.Column(
        accessor="stream_id", verbose_name=_("Stream"), orderable=False
    )
    seq = tables.Column(verbose_name=_("Sequence number"), orderable=False)

    class Meta:
        model = AuditEvent
        fields = ("at", "happened", "actor", "stream", "seq")
        attrs = {"class": "table"}

    def __init__(self, *args: Any, names_of: NamesOf, **kwargs: Any) -> None:
        """Remember how actors are named."""
        super().__init__(*args, **kwargs)
        self._names_of = names_of
        self._names: Mapping[str, str] = {}

    def before_render(self, request: HttpRequest) -> None:
        """Ask for the names of all actors of the page at once."""
        self._names = self._names_of({row.record.actor for row in self.paginated_rows})

    def render_happened(self, record: AuditEvent) -> str:
        """Show the event as a sentence."""
        return wording.sentence(record)

    def render_actor(self, value: str) -> str:
        """Show the name of the actor, or the actor as recorded."""
        return self._names.get(value, value)
