"""The ways to component scores and results of an event, and how its result stands."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _, gettext_lazy

from competitions.event_facts import Fact
from competitions.event_links import EventLink
from competitions.models import Event
from people.models import User
from scoring.enums import ResultState
from scoring.permissions import can_prepare_results, can_see_results
from scoring.queries.component_scores import missing_scores
from scoring.queries.result_lists import current_lists

_LOOKS = {
    ResultState.PROVISIONAL: ("warn", "hourglass"),
    ResultState.RETURNED: ("warn", "arrow-back-up"),
    ResultState.CHECKED: ("info", "list-check"),
    ResultState.PUBLISHED: ("ok", "check"),
}


def result_links(user: User, event: Event) -> Iterator[EventLink]:
    """Lead those who work on results to the scores and to the result."""
    if can_prepare_results(user, event):
        missing = missing_scores([event.pk]).get(event.pk, 0)
        note = _("%(number)s marks missing") % {"number": missing} if missing else ""
        yield EventLink(
            position=60,
            label=_("Component scores"),
            url=reverse("scoring:component-scores", args=(event.pk,)),
            note=note,
            icon="file-spreadsheet",
        )
    if can_see_results(user, event):
        current = current_lists([event.pk]).get(event.pk)
        yield EventLink(
            position=70,
            label=_("Results"),
            url=reverse("scoring:result-lists", args=(event.pk,)),
            note=str(current.get_state_display()) if current else "",
            icon="trophy",
        )


def result_facts(events: Sequence[Event]) -> dict[UUID, list[Fact]]:
    """Return one pill per event that has a result: how far it has come."""
    found = current_lists([event.pk for event in events])
    return {
        event_id: [
            Fact(
                "result",
                gettext_lazy("Results"),
                str(current.get_state_display()),
                *_LOOKS[ResultState(current.state)],
                position=70,
            )
        ]
        for event_id, current in found.items()
    }
