"""Reads of entries: the list of an event, one entry, and how many stand in a state."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, F, OuterRef, Prefetch, Q, QuerySet, Subquery, Value
from django.db.models.functions import Replace

from competitions.enums import EntryState
from competitions.models import Entry, EntryImport, EntryMember, Event
from competitions.queries.competitions import STANDING
from people.encryption import search_hash


@dataclass(frozen=True)
class StateCounts:
    """How many entries of an event stand in each state that matters to the office."""

    submitted: int = 0
    approved: int = 0
    returned: int = 0

    @property
    def total(self) -> int:
        """The entries that were not taken back."""
        return self.submitted + self.approved + self.returned


def with_members(entries: QuerySet[Entry]) -> QuerySet[Entry]:
    """Add units and members, sorted by the pinyin of the unit; two statements."""
    first = EntryMember.objects.filter(entry=OuterRef("pk")).order_by("position")
    return (
        entries.select_related("organisation", "event__competition")
        .prefetch_related(Prefetch("members", queryset=members()))
        .annotate(
            first_pinyin=Subquery(first.values("person__pinyin")[:1]),
            unit_pinyin=F("organisation__pinyin"),
        )
        .order_by("unit_pinyin", "first_pinyin", "pk")
    )


def members() -> QuerySet[EntryMember]:
    """Return members with their persons, in the order of the team."""
    return EntryMember.objects.select_related("person").order_by("position")


def search_entries(text: str, among: QuerySet[Entry]) -> QuerySet[Entry]:
    """Keep entries whose members, team or unit have a text in name or pinyin."""
    typed, letters = text.strip(), "".join(text.lower().split())
    people = EntryMember.objects.alias(
        letters=Replace("person__pinyin", Value(" "), Value(""))
    ).filter(
        Q(person__name__icontains=typed)
        | Q(person__name_en__icontains=typed)
        | Q(letters__contains=letters)
    )
    return among.alias(
        unit_letters=Replace("organisation__pinyin", Value(" "), Value(""))
    ).filter(
        Q(pk__in=people.values("entry"))
        | Q(team_name__icontains=typed)
        | Q(organisation__name__icontains=typed)
        | Q(unit_letters__contains=letters)
    )


def entry_of_person(number: str, among: QuerySet[Entry]) -> Entry | None:
    """Return the entry in which the holder of an identity number stands."""
    return among.filter(members__person__identity_hash=search_hash(number)).first()


def state_counts(event_ids: Collection[UUID]) -> dict[UUID, StateCounts]:
    """Count the entries of some events by state; one statement."""
    rows = (
        Event.objects.filter(pk__in=event_ids)
        .annotate(
            submitted=_in_state(EntryState.SUBMITTED),
            approved=_in_state(EntryState.APPROVED),
            returned=_in_state(EntryState.RETURNED),
        )
        .values_list("pk", "submitted", "approved", "returned")
    )
    return {pk: StateCounts(*numbers) for pk, *numbers in rows}


def namesakes(event_ids: Collection[UUID]) -> dict[UUID, list[str]]:
    """Name who may stand in an event twice; one statement.

    Two members of one name and unit are two people only when both are known by their
    identity numbers.
    """
    standing = EntryMember.objects.filter(
        event__in=event_ids, entry__state__in=STANDING
    )
    rows = (
        standing.values("event", "person__name", "entry__organisation__name")
        .annotate(times=Count("pk"), known=Count("person__identity_hash"))
        .filter(times__gt=1, known__lt=F("times"))
        .order_by("person__name", "entry__organisation__name")
    )
    found: dict[UUID, list[str]] = {}
    for row in rows:
        name = f"{row['person__name']} · {row['entry__organisation__name']}"
        found.setdefault(row["event"], []).append(name)
    return found


def returned_entries(units: Collection[UUID]) -> QuerySet[Entry]:
    """Return what the office gave back to some units, with members and reasons."""
    returned = Entry.objects.filter(organisation__in=units, state=EntryState.RETURNED)
    return with_members(returned).order_by(
        "event__competition__starts_on", "event__number", "organisation__pinyin", "pk"
    )


def imports_of(event: Event) -> QuerySet[EntryImport]:
    """Return the spreadsheets of an event, the latest first, without their rows."""
    return (
        EntryImport.objects.filter(event=event)
        .select_related("created_by")
        .defer("rows", "changes")
        .order_by("-created_at", "-pk")
    )


def _in_state(state: EntryState) -> Count:
    return Count("entries", filter=Q(entries__state=state))
