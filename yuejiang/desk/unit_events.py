"""What a unit contact works on: events open for entries, and those entered."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from competitions.enums import EntryState
from competitions.models import Event
from people.models import Organisation


def own_units(units: Collection[UUID]) -> list[Organisation]:
    """Return the units a contact acts for, by pinyin."""
    return list(Organisation.objects.filter(pk__in=units).order_by("pinyin", "pk"))


def with_own_entries(
    events: QuerySet[Event], units: Collection[UUID]
) -> QuerySet[Event]:
    """Add ``number_of_own`` and ``number_of_returned`` entries of some units."""
    own = Q(entries__organisation__in=units)
    standing = own & ~Q(entries__state=EntryState.WITHDRAWN)
    returned = own & Q(entries__state=EntryState.RETURNED)
    return (
        events.select_related("competition")
        .annotate(
            number_of_own=Count("entries", filter=standing),
            number_of_returned=Count("entries", filter=returned),
        )
        .order_by("competition__starts_on", "competition", "number")
    )
