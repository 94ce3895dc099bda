"""How far the draws of events have come, for the events table."""

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from competitions.enums import DrawKind, DrawState
from competitions.event_facts import Fact
from competitions.models import Event
from competitions.queries.events import draws_of

_LOOKS = {
    DrawState.DRAWN: ("ok", "check"),
    DrawState.COMMITTED: ("info", "lock"),
}


def draw_facts(events: Sequence[Event]) -> dict[UUID, list[Fact]]:
    """Return one pill per event: how far the draw of its entry numbers has come."""
    facts: dict[UUID, list[Fact]] = {}
    for draw in draws_of([event.pk for event in events]):
        state = DrawState(draw.state)
        if state in _LOOKS and draw.kind == DrawKind.ENTRY_NUMBER:
            tone, icon = _LOOKS[state]
            facts[draw.event_id] = [
                Fact("draw", _("Draw"), state.label, tone=tone, icon=icon, position=60)
            ]
    return facts
