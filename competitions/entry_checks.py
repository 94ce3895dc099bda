"""What the entries of events still need, for the readiness registry."""

from collections.abc import Iterator, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _, ngettext

from competitions.enums import CompetitionState, EntryState
from competitions.models import Competition, Event
from competitions.queries.entries import StateCounts, namesakes, state_counts
from competitions.readiness import ReadinessItem, Severity

_PHASE = CompetitionState.REVIEW


def check_entries(
    competition: Competition, events: Sequence[Event]
) -> Iterator[ReadinessItem]:
    """Ask for entries, all reviewed and nobody in them twice; two statements.

    An event without entries is asked for these alone: nothing else was done for it.
    """
    ids = [event.pk for event in events]
    counts, twice = state_counts(ids), namesakes(ids)
    for event in events:
        found = counts.get(event.pk, StateCounts())
        yield _approved(event, found.approved)
        if found.total:
            yield _waiting(event, found.submitted)
            yield _returned(event, found.returned)
            yield _namesakes(event, twice.get(event.pk, []))


def _waiting(event: Event, number: int) -> ReadinessItem:
    sentence = ngettext(
        "%(event)s: %(number)s entry waits for review.",
        "%(event)s: %(number)s entries wait for review.",
        number,
    )
    return ReadinessItem(
        phase=_PHASE,
        is_done=number == 0,
        sentence=sentence % {"event": event.display_name, "number": number},
        action=_("Review"),
        url=f"{_list(event)}?state={EntryState.SUBMITTED}",
        event_id=event.pk,
    )


def _approved(event: Event, number: int) -> ReadinessItem:
    sentence = _("%(event)s: no approved entry yet.")
    return ReadinessItem(
        phase=_PHASE,
        is_done=number > 0,
        sentence=sentence % {"event": event.display_name},
        action=_("Show the entries"),
        url=_list(event),
        event_id=event.pk,
    )


def _returned(event: Event, number: int) -> ReadinessItem:
    sentence = ngettext(
        "%(event)s: %(number)s returned entry was not submitted again.",
        "%(event)s: %(number)s returned entries were not submitted again.",
        number,
    )
    return ReadinessItem(
        phase=_PHASE,
        is_done=number == 0,
        sentence=sentence % {"event": event.display_name, "number": number},
        action=_("Show them"),
        url=f"{_list(event)}?state={EntryState.RETURNED}",
        event_id=event.pk,
        severity=Severity.WARNING,
    )


def _namesakes(event: Event, names: Sequence[str]) -> ReadinessItem:
    sentence = _(
        "%(event)s: several entries of one name and unit, not all with an identity"
        " number; check whether they are one person: %(names)s."
    )
    return ReadinessItem(
        phase=_PHASE,
        is_done=not names,
        sentence=sentence % {"event": event.display_name, "names": "、".join(names)},
        action=_("Show the entries"),
        url=_list(event),
        event_id=event.pk,
        severity=Severity.WARNING,
    )


def _list(event: Event) -> str:
    return reverse("competitions:entry-list", args=(event.pk,))
