"""Leads a competition through its phases: on, back, stopped and resumed."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _, ngettext_lazy

from competitions import readiness
from competitions.enums import CompetitionState
from competitions.models import Competition
from competitions.readiness import ReadinessItem
from competitions.rules.phases import next_phase, previous_phase
from competitions.services.refusal import Refusal
from competitions.services.trail import record_for_competition
from people.models import User


class NotReady(Refusal):
    """Things of the current phase remain to be done; ``items`` lists them."""

    def __init__(self, items: Sequence[ReadinessItem]) -> None:
        """Keep the open items for the page that shows them."""
        self.items = tuple(items)
        super().__init__(
            ngettext_lazy(
                "%(number)d thing remains to be done before the next phase.",
                "%(number)d things remain to be done before the next phase.",
                len(self.items),
            )
            % {"number": len(self.items)}
        )


class NoSuchPhase(Refusal):
    """There is no phase in that direction."""

    sentence = _("The competition has no phase in that direction.")


class ReasonMissing(Refusal):
    """A stop without a reason cannot be explained later."""

    sentence = _("Give the reason for postponing or cancelling.")


@transaction.atomic
def advance_competition(
    *, competition: Competition, by: User, at: datetime
) -> Competition:
    """Move to the next phase; raises NotReady with every open blocker."""
    competition = _locked(competition)
    following = next_phase(competition.state)
    if following is None:
        raise NoSuchPhase
    blockers = readiness.open_blockers(competition)
    if blockers:
        raise NotReady(blockers)
    return _move(competition, following, "competition.advanced", by, at)


@transaction.atomic
def step_back(*, competition: Competition, by: User, at: datetime) -> Competition:
    """Return to the phase before; nothing that was done in this one is lost."""
    competition = _locked(competition)
    earlier = previous_phase(competition.state)
    if earlier is None:
        raise NoSuchPhase
    return _move(competition, earlier, "competition.stepped_back", by, at)


@transaction.atomic
def stop_competition(
    *, competition: Competition, to: str, reason: str, by: User, at: datetime
) -> Competition:
    """Postpone or cancel; ``to`` is one of these states, the phase is remembered."""
    competition = _locked(competition)
    if not reason.strip():
        raise ReasonMissing
    if competition.stopped_in or competition.state == CompetitionState.CLOSED:
        raise NoSuchPhase
    competition.stopped_in = competition.state
    competition.stop_reason = reason.strip()
    return _move(competition, CompetitionState(to), "competition.stopped", by, at)


@transaction.atomic
def resume_competition(
    *, competition: Competition, by: User, at: datetime
) -> Competition:
    """Take a postponed or cancelled competition back to the phase it stood in."""
    competition = _locked(competition)
    if not competition.stopped_in:
        raise NoSuchPhase
    state, competition.stopped_in = competition.stopped_in, ""
    competition.stop_reason = ""
    return _move(competition, state, "competition.resumed", by, at)


def _locked(competition: Competition) -> Competition:
    return Competition.objects.select_for_update().get(pk=competition.pk)


def _move(
    competition: Competition, state: str, action: str, by: User, at: datetime
) -> Competition:
    left = competition.state
    competition.state = state
    competition.version += 1
    competition.save(update_fields=["state", "stopped_in", "stop_reason", "version"])
    record_for_competition(
        competition_id=competition.pk,
        action=f"{action}.{state}",
        payload={"from": left, "to": state, "reason": competition.stop_reason},
        by=by,
        at=at,
    )
    return competition
