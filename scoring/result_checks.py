"""What the phase of results needs: every score entered, every result published."""

from collections.abc import Iterator, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from competitions.enums import CompetitionState
from competitions.models import Competition, Event
from competitions.readiness import ReadinessItem
from scoring.queries.component_scores import missing_scores
from scoring.queries.result_lists import published_events


def check_scores(
    _competition: Competition, events: Sequence[Event]
) -> Iterator[ReadinessItem]:
    """Ask for the marks of components that no panel marks."""
    missing = missing_scores([event.pk for event in events])
    for event in events:
        if event.pk not in missing:
            continue
        yield ReadinessItem(
            phase=CompetitionState.RESULTS,
            is_done=not missing[event.pk],
            sentence=_("%(event)s: %(number)s component scores are missing.")
            % {"event": event.display_name, "number": missing[event.pk]},
            action=_("Enter the scores"),
            url=reverse("scoring:component-scores", args=(event.pk,)),
            event_id=event.pk,
        )


def check_results_published(
    _competition: Competition, events: Sequence[Event]
) -> Iterator[ReadinessItem]:
    """Ask for a published result of every event."""
    published = published_events([event.pk for event in events])
    for event in events:
        yield ReadinessItem(
            phase=CompetitionState.RESULTS,
            is_done=event.pk in published,
            sentence=_("%(event)s: the result is not published yet.")
            % {"event": event.display_name},
            action=_("Open the results"),
            url=reverse("scoring:result-lists", args=(event.pk,)),
            event_id=event.pk,
        )
