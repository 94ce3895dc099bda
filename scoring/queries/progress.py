"""How far the marking of one event has come, form by form and sheet by sheet."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from uuid import UUID

from competitions.models import Event
from scoring.enums import SheetState
from scoring.models import Sheet, SheetSignature, SubCriterion
from scoring.queries.seated_sheets import SeatedSheets
from scoring.queries.sheets import number_of_missing_sheets
from scoring.queries.signatures import code_of, entry_codes


@dataclass(frozen=True)
class SheetProgress:
    """One sheet with the signatures it has and needs."""

    sheet: Sheet
    entry_code: str
    signed: int
    seats: int
    held: int

    @property
    def waits_for_decision(self) -> bool:
        """Whether a seat is held by a conflict of interest."""
        return self.held > 0


@dataclass(frozen=True)
class FormProgress:
    """One sub criterion before all entries."""

    form: SubCriterion
    sheets: list[SheetProgress]

    @property
    def done(self) -> int:
        """Aspects that are marked."""
        return sum(each.sheet.done for each in self.sheets)

    @property
    def expected(self) -> int:
        """Aspects there are."""
        return sum(each.sheet.expected for each in self.sheets)

    @property
    def states(self) -> Counter[str]:
        """The sheets by their state."""
        return Counter(each.sheet.state for each in self.sheets)

    @property
    def rescoring(self) -> int:
        """Aspects a panel has to score again."""
        return sum(each.sheet.rescoring for each in self.sheets)

    @property
    def differing(self) -> int:
        """Aspects two pairs measured differently."""
        return sum(each.sheet.differing for each in self.sheets)


@dataclass(frozen=True)
class MarkingProgress:
    """The marking of an event as a whole."""

    forms: list[FormProgress]
    missing: int

    @property
    def sheets(self) -> int:
        """Sheets that are open."""
        return sum(len(form.sheets) for form in self.forms)

    @property
    def states(self) -> Counter[str]:
        """All sheets by their state."""
        return sum((form.states for form in self.forms), Counter())

    @property
    def can_be_locked(self) -> bool:
        """Whether every sheet is there and accepted."""
        accepted = self.states[SheetState.ACCEPTED]
        return bool(self.sheets) and not self.missing and accepted == self.sheets


def marking_progress(event: Event, seated: SeatedSheets) -> MarkingProgress:
    """Read the progress of an event; six statements beside its seated sheets."""
    signed = _signed(event)
    codes = entry_codes(event.pk)
    forms: dict[UUID, FormProgress] = {}
    for sheet, seats in seated:
        form = sheet.sub_criterion
        progress = SheetProgress(
            sheet=sheet,
            entry_code=code_of(codes, sheet.entry_id),
            signed=len(signed[sheet.pk] & {seat.number for seat in seats}),
            seats=len(seats),
            held=sum(seat.is_held for seat in seats),
        )
        forms.setdefault(form.pk, FormProgress(form, [])).sheets.append(progress)
    for found in forms.values():
        found.sheets.sort(key=lambda each: each.entry_code)
    return MarkingProgress(list(forms.values()), number_of_missing_sheets(event))


def _signed(event: Event) -> dict[UUID, set[int]]:
    signed: dict[UUID, set[int]] = defaultdict(set)
    for sheet_id, seat in SheetSignature.objects.filter(
        sheet__entry__event=event
    ).values_list("sheet", "seat"):
        signed[sheet_id].add(seat)
    return signed
