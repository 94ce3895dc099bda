"""Which entries are marked, and which sheets that makes."""

from uuid import UUID

from django.db.models import Q, QuerySet

from competitions.enums import EntryAttendance, EntryState
from competitions.models import Entry, Event
from scoring.models import Sheet, SubCriterion
from scoring.queries.schemes import current_schemes

TAKING_PART = (EntryAttendance.EXPECTED, EntryAttendance.PRESENT)


def is_marked(entry: str = "") -> Q:
    """Return the condition under which an entry is marked: approved and not absent.

    ``entry`` is the path to it. One that was absent or disqualified keeps its sheets,
    but nobody marks them.
    """
    prefix = f"{entry}__" if entry else ""
    return Q(
        **{
            f"{prefix}state": EntryState.APPROVED,
            f"{prefix}attendance__in": TAKING_PART,
        }
    )


def marked_entries(event: Event) -> QuerySet[Entry]:
    """Return the entries of an event that are marked."""
    return Entry.objects.filter(is_marked(), event=event)


def sheets_to_mark(event: Event) -> QuerySet[Sheet]:
    """Return the sheets of the entries that are marked."""
    return Sheet.objects.filter(is_marked("entry"), entry__event=event)


def marking_forms(event_id: UUID) -> QuerySet[SubCriterion]:
    """Return the sub criteria of the newest schemes that a panel marks."""
    schemes = [scheme.pk for scheme in current_schemes([event_id])]
    return (
        SubCriterion.objects.filter(
            criterion__scheme__in=schemes,
            panel__isnull=False,
            aspects__isnull=False,
        )
        .distinct()
        .order_by("criterion_id", "position")
    )


def number_of_missing_sheets(event: Event) -> int:
    """Return how many sheets are not open yet; four statements."""
    forms = {form.pk for form in marking_forms(event.pk)}
    wanted = len(forms) * marked_entries(event).count()
    return wanted - sheets_to_mark(event).filter(sub_criterion__in=forms).count()
