"""What entries are called: by their teams, or by the people in them."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from competitions.enums import EntryState
from competitions.models import Entry, EntryMember, Event
from competitions.rules.display_name import NameForm, display_name


@dataclass(frozen=True)
class PublicEntry:
    """An entry as an event lets the public read it; blank where it hides something."""

    entry_id: UUID
    name: str
    unit: str


def entries_with_members(entries: QuerySet[Entry]) -> QuerySet[Entry]:
    """Add units and members in their order; two statements."""
    members = EntryMember.objects.select_related("person").order_by("position")
    return entries.select_related("organisation").prefetch_related(
        Prefetch("members", queryset=members)
    )


def approved_entries(event_ids: Iterable[UUID]) -> QuerySet[Entry]:
    """Return the entries of some events that will compete, in the order they came."""
    return Entry.objects.filter(
        event__in=list(event_ids), state=EntryState.APPROVED
    ).order_by("pk")


def office_name(entry: Entry) -> str:
    """Return the team's name, or the names of the members; members are prefetched."""
    return entry.team_name or "、".join(
        member.person.name for member in entry.members.all()
    )


def public_entry(entry: Entry, event: Event) -> PublicEntry:
    """Return an entry as its event names it; a number is blank before it is drawn."""
    form = NameForm(event.name_display)
    if form is NameForm.NUMBER:
        return PublicEntry(entry.pk, str(entry.number or ""), "")
    names = [
        display_name(member.person.name, number="", form=form)
        for member in entry.members.all()
    ]
    return PublicEntry(
        entry.pk, entry.team_name or "、".join(names), entry.organisation.name
    )
