"""Says who took part in an event and who competes for a place."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.services import Fact
from competitions.enums import EntryAttendance
from competitions.models import Entry, Event
from competitions.services.entry_trail import entry_fact, record_entries
from competitions.services.refusal import Refusal
from people.models import User
from scoring.enums import SheetState
from scoring.models import Sheet
from scoring.queries.results import marked_but_expected
from scoring.queries.sheets import TAKING_PART, marking_forms
from scoring.services.component_scores import open_event


class NotMarkedInTime(Refusal):
    """The marks are locked, and the panels never finished this entry."""

    sentence = _(
        "The marks of this event are locked and this entry was not marked to the end,"
        " so it can no longer take part. Leave it absent or disqualified."
    )


@dataclass(frozen=True)
class Attendance:
    """Whether an entry took part, and whether it competes for a place."""

    attendance: EntryAttendance
    is_out_of_contest: bool = False

    @property
    def needs_reason(self) -> bool:
        """Whether the entry loses something by it."""
        return self.is_out_of_contest or self.attendance == EntryAttendance.DISQUALIFIED


@transaction.atomic
def set_attendance(
    *, entry: Entry, attendance: Attendance, reason: str, by: User, at: datetime
) -> Entry:
    """Say whether an entry takes part and competes for a place, with the reason.

    Raises ScoresFixed after the result was checked, NotMarkedInTime when the entry
    would come back after the marks were locked without it.
    """
    if not reason.strip() and attendance.needs_reason:
        raise Refusal(_("Say why: it stands in the log beside the decision."))
    event = open_event(entry.event)
    entry = Entry.objects.select_for_update().get(pk=entry.pk)
    if attendance.attendance in TAKING_PART:
        _refuse_unmarked(entry, event)
    entry.attendance = attendance.attendance
    entry.is_out_of_contest = attendance.is_out_of_contest
    entry.version += 1
    entry.save(update_fields=["attendance", "is_out_of_contest", "version"])
    record_entries(event.pk, [_fact(entry, reason, by, at)])
    return entry


@transaction.atomic
def set_marked_present(*, event: Event, by: User, at: datetime) -> int:
    """Set every entry present whose marks are all there; return how many.

    Who has marks for everything was there. Raises ScoresFixed after the result.
    """
    event = open_event(event)
    entries = marked_but_expected(event)
    for entry in entries:
        entry.attendance = EntryAttendance.PRESENT
        entry.version += 1
    Entry.objects.bulk_update(entries, ["attendance", "version"])
    if entries:
        record_entries(event.pk, [_fact(entry, "", by, at) for entry in entries])
    return len(entries)


def _fact(entry: Entry, reason: str, by: User, at: datetime) -> Fact:
    payload = {
        "number": entry.number,
        "attendance": entry.attendance,
        "out_of_contest": entry.is_out_of_contest,
        "reason": reason.strip(),
    }
    return entry_fact(entry, "entry.attendance_set", payload, by=by, at=at)


def _refuse_unmarked(entry: Entry, event: Event) -> None:
    """Refuse an entry whose sheets would stay open behind locked marks.

    Marks are locked once for a whole event. One that was disqualified after that, and
    is let in again, has all its sheets locked and comes back with its marks.
    """
    if event.marks_locked_at is None:
        return
    forms = list(marking_forms(event.pk))
    locked = Sheet.objects.filter(
        entry=entry, sub_criterion__in=forms, state=SheetState.LOCKED
    )
    if locked.count() < len(forms):
        raise NotMarkedInTime
