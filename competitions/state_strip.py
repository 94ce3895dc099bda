"""The strip of phases above a competition: what is done and what is to come."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _, ngettext

from competitions.enums import CompetitionState
from competitions.models import Competition
from competitions.queries.events import EventCounts
from competitions.rules.phases import PHASES, has_reached


@dataclass(frozen=True)
class Step:
    """One phase of the strip; ``look`` is done, current, stopped or ahead."""

    name: str
    note: str
    look: str


def steps_of(
    competition: Competition, counts: Sequence[EventCounts], blockers: int
) -> list[Step]:
    """Return the seven phases with their figures."""
    notes = _figures(competition, counts)
    return [
        Step(
            str(CompetitionState(phase).label),
            _note(competition, phase, notes.get(phase, ""), blockers),
            _look(competition, phase),
        )
        for phase in PHASES
    ]


def _look(competition: Competition, phase: str) -> str:
    if competition.phase == phase:
        return "stopped" if competition.stopped_in else "current"
    return "done" if has_reached(competition.phase, phase) else "ahead"


def _note(competition: Competition, phase: str, figure: str, blockers: int) -> str:
    """Say of the current phase what is missing, of the others their figure."""
    if competition.phase != phase:
        return figure
    if competition.stopped_in:
        return str(CompetitionState(competition.state).label)
    if blockers:
        return ngettext(
            "%(number)d thing missing", "%(number)d things missing", blockers
        ) % {"number": blockers}
    if phase == CompetitionState.REGISTRATION and not figure:
        return _("No entry yet")
    return _("Ready for the next phase")


def _figures(competition: Competition, counts: Sequence[EventCounts]) -> dict[str, str]:
    entries = sum(count.entries for count in counts)
    approved = sum(count.approved for count in counts)
    day = date_format(competition.starts_on, "MONTH_DAY_FORMAT")
    return {
        CompetitionState.PLANNING: ngettext(
            "%(number)d event", "%(number)d events", len(counts)
        )
        % {"number": len(counts)},
        CompetitionState.REGISTRATION: ngettext(
            "%(number)d entry", "%(number)d entries", entries
        )
        % {"number": entries}
        if entries
        else "",
        CompetitionState.REVIEW: _("%(number)d approved") % {"number": approved}
        if approved
        else "",
        CompetitionState.MARKING: _("from %(day)s") % {"day": day},
    }
