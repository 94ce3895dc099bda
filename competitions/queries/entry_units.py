"""The names of units as the list of a template offers them."""

from collections.abc import Collection
from uuid import UUID

from people.models import Organisation


def unit_names(only: Collection[UUID] = ()) -> list[str]:
    """Return the names of all units by pinyin, or of some; one statement."""
    units = Organisation.objects.order_by("pinyin", "pk")
    if only:
        units = units.filter(pk__in=only)
    return list(units.values_list("name", flat=True))
