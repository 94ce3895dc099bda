"""How far each judge of an event has come with what is his to enter."""

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count

from competitions.models import Event
from people.models import User
from scoring.enums import AGREED_SEAT, SECOND_PAIR_SEAT, AspectKind, CombineAt
from scoring.models import Aspect, Mark, Sheet
from scoring.queries.seated_sheets import SeatedSheets
from scoring.queries.seats import ActiveSeat
from scoring.queries.sheets import sheets_to_mark
from scoring.rules.seating import RECORDER, SECOND_RECORDER

Counts = Counter[tuple[UUID, int, str]]


@dataclass
class JudgeProgress:
    """A judge's marks on one panel: entered of those that are his to enter."""

    judge: User
    panel: str
    seat: int
    entered: int = 0
    expected: int = 0

    @property
    def missing(self) -> int:
        """Marks that are still his to enter."""
        return self.expected - self.entered


@dataclass(frozen=True)
class Entered:
    """Who has entered how much, and the sheets on which anything is entered."""

    judges: list[JudgeProgress]
    begun: frozenset[UUID]


def judge_progress(event: Event, seated: SeatedSheets) -> Entered:
    """Return the judges by panel and seat; three statements beside the seated sheets.

    A mark that is to be given again after a reveal counts as entered: the sheet says
    so itself.
    """
    aspects, entered = _aspects(event), _entered(event)
    found: dict[tuple[str, int, UUID], JudgeProgress] = {}
    for sheet, seats in seated:
        form = sheet.sub_criterion
        panel = form.panel.name if form.panel else ""
        for seat in seats:
            key = (panel, seat.number, seat.judge_id)
            if key not in found:
                found[key] = JudgeProgress(User(pk=seat.judge_id), panel, seat.number)
            for kind, number in _own(sheet, seat, is_dual=seated.seating.is_dual):
                found[key].expected += aspects[form.pk, 0, kind]
                found[key].entered += entered[sheet.pk, number, kind]
    people = User.objects.in_bulk([each.judge.pk for each in found.values()])
    for each in found.values():
        each.judge = people[each.judge.pk]
    return Entered(
        judges=sorted(found.values(), key=lambda each: (each.panel, each.seat)),
        begun=frozenset(sheet_id for sheet_id, _seat, _kind in entered),
    )


def _own(sheet: Sheet, seat: ActiveSeat, *, is_dual: bool) -> list[tuple[str, int]]:
    """Return the kinds a seat enters, and the number its marks are kept under."""
    if sheet.sub_criterion.criterion.scheme.combine_at != CombineAt.ASPECT:
        return [(kind, seat.number) for kind in AspectKind.values]
    own: list[tuple[str, int]] = [(AspectKind.JUDGEMENT, seat.number)]
    if seat.part == RECORDER:
        own.append((AspectKind.MEASUREMENT, AGREED_SEAT))
    if is_dual and seat.part == SECOND_RECORDER:
        own.append((AspectKind.MEASUREMENT, SECOND_PAIR_SEAT))
    return own


def _aspects(event: Event) -> Counts:
    rows = (
        Aspect.objects.filter(sub_criterion__sheets__entry__event=event)
        .values_list("sub_criterion", "kind")
        .annotate(number=Count("pk", distinct=True))
    )
    return Counter({(form, 0, kind): number for form, kind, number in rows})


def _entered(event: Event) -> Counts:
    rows = (
        Mark.objects.filter(sheet__in=sheets_to_mark(event))
        .exclude(value="")
        .values_list("sheet", "seat", "aspect__kind")
        .annotate(number=Count("pk"))
    )
    return Counter({(sheet, seat, kind): number for sheet, seat, kind, number in rows})
