"""Changes of a scheme made by hand; each returns a new scheme.

Places are those of ``scoring.rules.scheme_places``; one that does not exist raises
LookupError.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from scoring.rules.scheme import Aspect, Calculation, Scheme
from scoring.rules.scheme_places import Item, Place, item_at, with_items


def add(scheme: Scheme, holder: Place, item: Item) -> Scheme:
    """Put an item behind the last one below a place."""
    return with_items(scheme, holder, lambda items: (*items, item))


def put(scheme: Scheme, place: Place, item: Item) -> Scheme:
    """Put an item where another one is."""
    return _at(scheme, place, lambda items, at: (*items[:at], item, *items[at + 1 :]))


def remove(scheme: Scheme, place: Place) -> Scheme:
    """Leave an item out, with all below it."""
    return _at(scheme, place, lambda items, at: (*items[:at], *items[at + 1 :]))


def insert(scheme: Scheme, place: Place, item: Item) -> Scheme:
    """Put an item where ``remove`` took it out; those behind it move down."""
    *holder, position = place
    at = position - 1
    return with_items(
        scheme, tuple(holder), lambda items: (*items[:at], item, *items[at:])
    )


def move_up(scheme: Scheme, place: Place) -> Scheme:
    """Put an item before the one above it; the first stays."""
    return _at(scheme, place, _swapped)


def move_down(scheme: Scheme, place: Place) -> Scheme:
    """Put an item behind the one below it; the last stays."""
    return _at(scheme, place, lambda items, at: _swapped(items, at + 1))


def with_calculation(
    scheme: Scheme, aspect: Aspect, wanted: Calculation | None
) -> tuple[Scheme, Aspect]:
    """Let an aspect be calculated in a way, or as yes or no.

    An equal calculation is used again; one that only this aspect used is changed in
    place, so that the rows of others keep their numbers; otherwise it comes last.
    """
    if wanted is None:
        return scheme, replace(aspect, calculation=None)
    rows = list(scheme.calculations)
    for row, known in enumerate(rows, start=1):
        if _computes(known) == _computes(wanted):
            return scheme, replace(aspect, calculation=row)
    row = aspect.calculation or 0
    users = [each for each in scheme.aspects if each.calculation == row]
    if 1 <= row <= len(rows) and len(users) == 1:
        rows[row - 1] = replace(wanted, name=rows[row - 1].name)
    else:
        rows.append(wanted)
        row = len(rows)
    return (
        replace(scheme, calculations=tuple(rows)),
        replace(aspect, calculation=row),
    )


def _computes(calculation: Calculation) -> tuple[str, object]:
    return calculation.kind, calculation.parameters


def _at(
    scheme: Scheme,
    place: Place,
    change: Callable[[tuple[Any, ...], int], tuple[Any, ...]],
) -> Scheme:
    item_at(scheme, place)
    *holder, position = place
    return with_items(scheme, tuple(holder), lambda items: change(items, position - 1))


def _swapped(items: tuple[Any, ...], at: int) -> tuple[Any, ...]:
    """Exchange the items at and before an index; outside the list nothing happens."""
    if not 0 < at < len(items):
        return items
    return (*items[: at - 1], items[at], items[at - 1], *items[at + 1 :])
