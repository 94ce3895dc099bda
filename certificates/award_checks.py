"""What is left to do after publication, for the readiness registry."""

from collections.abc import Iterator, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from certificates.models import Award
from certificates.queries.certificates import lacking_certificates
from competitions.enums import CompetitionState
from competitions.models import Competition, Event
from competitions.readiness import ReadinessItem, Severity
from scoring.enums import ResultState
from scoring.models import ResultList


def check_awards(
    _competition: Competition, events: Sequence[Event]
) -> Iterator[ReadinessItem]:
    """Ask for awards and certificates of every published result; three statements."""
    ids = [event.pk for event in events]
    lists = ResultList.objects.filter(event__in=ids, state=ResultState.PUBLISHED)
    published = set(lists.values_list("event", flat=True))
    made = Award.objects.filter(
        result_list__event__in=ids, result_list__state=ResultState.PUBLISHED
    )
    with_awards = set(made.values_list("result_list__event", flat=True))
    waiting = set(
        lacking_certificates(made).values_list("result_list__event", flat=True)
    )
    for event in events:
        if event.pk not in published:
            continue
        yield _item(
            event,
            is_done=event.pk in with_awards,
            sentence=_("the awards are not made yet."),
            action=_("Make the awards"),
        )
        if event.pk in with_awards:
            yield _item(
                event,
                is_done=event.pk not in waiting,
                sentence=_("not every award has its certificate."),
                action=_("Issue the certificates"),
                severity=Severity.WARNING,
            )


def _item(
    event: Event,
    *,
    is_done: bool,
    sentence: str,
    action: str,
    severity: Severity = Severity.BLOCKER,
) -> ReadinessItem:
    return ReadinessItem(
        phase=CompetitionState.AWARDS,
        is_done=is_done,
        sentence=_("%(event)s: %(what)s")
        % {"event": event.display_name, "what": sentence},
        action=action,
        url=reverse("certificates:award-list", args=(event.pk,)),
        event_id=event.pk,
        severity=severity,
    )
