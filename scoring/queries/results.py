"""What results are made of: the entries of an event, their marks and their standing."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Max

from competitions.enums import EntryAttendance, EntryState, Level
from competitions.models import Component, Entry, Event
from scoring.enums import ResultStanding, ResultState, Scale
from scoring.models import Criterion, Deduction, ResultList, ResultPolicy
from scoring.queries.schemes import current_schemes
from scoring.queries.standing import EntryStanding, standings_of
from scoring.rules.outcome import Contestant
from scoring.rules.passing import ExaminedPart

WORLDSKILLS_LEVELS = (Level.WORLD, Level.NATIONAL)
_STANDING_OF_ATTENDANCE = {
    EntryAttendance.ABSENT: ResultStanding.ABSENT,
    EntryAttendance.DISQUALIFIED: ResultStanding.DISQUALIFIED,
}


@dataclass(frozen=True)
class Candidate:
    """An entry that a result list will name, with all that its row will say."""

    entry: Entry
    standing: ResultStanding
    marks: EntryStanding
    components: Mapping[str, Component]
    deductions: Sequence[Deduction] = ()

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left to mark."""
        return all(module.is_complete for module in self.marks.modules)

    def as_contestant(self) -> Contestant:
        """Return the entry as the rules see it."""
        return Contestant(
            entry=str(self.entry.pk),
            total=self.marks.total,
            parts={
                code: ExaminedPart(mark, self.components[code].pass_mark)
                for code, mark in self.marks.components.items()
            },
            criteria={
                f"{module.component}/{module.code}": module.mark
                for module in self.marks.modules
            },
            is_in_contest=self.standing == ResultStanding.RANKED,
        )

    def parts_as_json(self) -> dict[str, Any]:
        """Return components and modules as a result row keeps them.

        What was taken off is kept as it was decided, or nobody who checks the list
        could see why a total is smaller than its parts.
        """
        parts = {
            "components": {
                code: _component_as_json(self.components[code], mark)
                for code, mark in self.marks.components.items()
            },
            "modules": [module.as_json() for module in self.marks.modules],
        }
        if self.deductions:
            parts["deductions"] = [_deduction_as_json(each) for each in self.deductions]
        return parts


def candidates_of(event: Event) -> list[Candidate]:
    """Return the entries a result list names, by entry number; seven statements."""
    entries = list(
        Entry.objects.filter(
            event=event, state__in=(EntryState.APPROVED, EntryState.WITHDRAWN)
        ).order_by("number", "pk")
    )
    marks = standings_of(event.pk, [entry.pk for entry in entries])
    components = {
        each.code: each for each in Component.objects.filter(stage__event=event)
    }
    lost: dict[UUID, list[Deduction]] = defaultdict(list)
    for deduction in (
        Deduction.objects.filter(entry__event=event)
        .select_related("component")
        .order_by("entered_at", "pk")
    ):
        lost[deduction.entry_id].append(deduction)
    return [
        Candidate(
            entry, standing_of(entry), marks[entry.pk], components, lost[entry.pk]
        )
        for entry in entries
    ]


def marked_but_expected(event: Event) -> list[Entry]:
    """Return entries nobody has set present, though every mark of theirs is there."""
    return [
        each.entry
        for each in candidates_of(event)
        if each.entry.state == EntryState.APPROVED
        and each.entry.attendance == EntryAttendance.EXPECTED
        and each.marks.modules
        and each.is_complete
    ]


def standing_of(entry: Entry) -> ResultStanding:
    """Tell whether an entry is ranked, and if not, why."""
    if entry.state == EntryState.WITHDRAWN:
        return ResultStanding.WITHDRAWN
    away = _STANDING_OF_ATTENDANCE.get(EntryAttendance(entry.attendance))
    if away:
        return away
    if entry.is_out_of_contest:
        return ResultStanding.OUT_OF_CONTEST
    return ResultStanding.RANKED


def result_policy_of(event: Event) -> ResultPolicy:
    """Return how an event is ranked: as set, or what its level and skill suggest."""
    policy = ResultPolicy.objects.filter(event=event).first()
    if policy:
        return policy
    is_worldskills = (
        bool(event.skill_number) and event.competition.level in WORLDSKILLS_LEVELS
    )
    return ResultPolicy(
        event=event,
        scale=Scale.SCALE_700 if is_worldskills else Scale.NONE,
        awards_medals=is_worldskills,
        tie_break=["total"],
    )


def component_names(event: Event) -> dict[str, str]:
    """Return what the components of an event are called, by their codes."""
    return {
        each.code: each.display_name
        for each in Component.objects.filter(stage__event=event).order_by(
            "stage__position", "position"
        )
    }


def criteria_of(event: Event) -> list[str]:
    """Return the criteria of an event as ``<component>/<letter>``."""
    rows = Criterion.objects.filter(
        scheme__in=[scheme.pk for scheme in current_schemes([event.pk])]
    ).order_by("scheme__component__position", "letter")
    return [
        f"{code}/{letter}"
        for code, letter in rows.values_list("scheme__component__code", "letter")
    ]


def next_version(event_id: UUID) -> int:
    """Return the version of the next result list of an event."""
    last = ResultList.objects.filter(event=event_id).aggregate(last=Max("version"))
    return (last["last"] or 0) + 1


def current_list(event_id: UUID) -> ResultList | None:
    """Return the newest list of an event that was not superseded."""
    return (
        ResultList.objects.filter(event=event_id)
        .exclude(state=ResultState.SUPERSEDED)
        .order_by("-version")
        .first()
    )


def published_list(event_id: UUID) -> ResultList | None:
    """Return the published list of an event."""
    return ResultList.objects.filter(
        event=event_id, state=ResultState.PUBLISHED
    ).first()


def _deduction_as_json(deduction: Deduction) -> dict[str, str]:
    return {
        "component": deduction.component.code,
        "amount": str(deduction.amount),
        "reason": deduction.reason,
    }


def _component_as_json(component: Component, mark: Decimal) -> dict[str, Any]:
    return {
        "name": component.name,
        "name_en": component.name_en,
        "mark": str(mark),
        "max": str(component.full_mark),
        "weight": str(component.weight),
        "pass_mark": None if component.pass_mark is None else str(component.pass_mark),
        "passed": ExaminedPart(mark, component.pass_mark).is_passed,
    }
