"""Where something stands in a scheme: positions from 1, such as (2, 1, 3).

A place has up to three positions: of the criterion, of the sub criterion in it and of
the aspect in that. The empty place is the scheme itself.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from scoring.rules.scheme import Aspect, Criterion, Scheme, Section, SubCriterion

Place = tuple[int, ...]
Item = Criterion | SubCriterion | Aspect
Holder = Scheme | Criterion | SubCriterion
_BELOW = ("criteria", "sub_criteria", "aspects")


@dataclass(frozen=True, slots=True)
class Spot:
    """A part of a scheme by its code, and its place; sections have none."""

    code: str
    place: Place = ()


def items_below(scheme: Scheme, place: Place) -> tuple[Any, ...]:
    """Return the items right below a place; raise LookupError if it is none."""
    holder = scheme if not place else item_at(scheme, place)
    return tuple(getattr(holder, _BELOW[len(place)]))


def item_at(scheme: Scheme, place: Place) -> Any:
    """Return the item at a place; raise LookupError where there is none."""
    items = items_below(scheme, place[:-1])
    if not 1 <= place[-1] <= len(items):
        raise LookupError
    return items[place[-1] - 1]


def with_items(
    scheme: Scheme, place: Place, change: Callable[[tuple[Any, ...]], tuple[Any, ...]]
) -> Scheme:
    """Return a scheme in which the items right below a place are changed."""
    items_below(scheme, place)
    changed: Scheme = _changed(scheme, place, 0, change)
    return changed


def _changed(
    holder: Any,
    place: Place,
    depth: int,
    change: Callable[[tuple[Any, ...]], tuple[Any, ...]],
) -> Any:
    name = _BELOW[depth]
    items = getattr(holder, name)
    if not place:
        return replace(holder, **{name: change(items)})
    index = place[0] - 1
    inner = _changed(items[index], place[1:], depth + 1, change)
    return replace(holder, **{name: (*items[:index], inner, *items[index + 1 :])})


def label_of(aspect: Aspect, position: int) -> str:
    """Return what an aspect is called on its marking form, such as J3."""
    return f"{aspect.kind}{position}"


def code_at(scheme: Scheme, place: Place) -> str:
    """Return what the item at a place is called in the whole scheme: A, A1 or A1 J3."""
    item = item_at(scheme, place)
    if isinstance(item, Criterion):
        return item.letter
    if isinstance(item, SubCriterion):
        return item.code
    return _aspect_code(item_at(scheme, place[:-1]), item, place[-1])


def aspects_of(item: Item) -> tuple[Aspect, ...]:
    """Return the aspects of an item, which may be one itself."""
    return (item,) if isinstance(item, Aspect) else tuple(item.aspects)


def _aspect_code(sub: SubCriterion, aspect: Aspect, position: int) -> str:
    return f"{sub.code} {label_of(aspect, position)}"


def with_rows(scheme: Scheme) -> tuple[Scheme, dict[int, Spot]]:
    """Number the parts of a scheme, so that the check can say where something is.

    Return the scheme with ``row`` set throughout, and what each row stands for.
    """
    spots: dict[int, Spot] = {}

    def row(spot: Spot) -> int:
        spots[len(spots) + 1] = spot
        return len(spots)

    sections = tuple(
        replace(each, row=row(Spot(_section_code(each)))) for each in scheme.sections
    )
    criteria = tuple(
        _numbered(each, place, row)
        for place, each in enumerate(scheme.criteria, start=1)
    )
    return replace(scheme, sections=sections, criteria=criteria), spots


def _section_code(section: Section) -> str:
    return f"§{section.number}"


def _numbered(
    criterion: Criterion, position: int, row: Callable[[Spot], int]
) -> Criterion:
    own = row(Spot(criterion.letter, (position,)))
    subs = []
    for number, sub in enumerate(criterion.sub_criteria, start=1):
        place = (position, number)
        subs.append(
            replace(
                sub,
                row=row(Spot(sub.code, place)),
                aspects=tuple(_numbered_aspects(sub, place, row)),
            )
        )
    return replace(criterion, row=own, sub_criteria=tuple(subs))


def _numbered_aspects(
    sub: SubCriterion, place: Place, row: Callable[[Spot], int]
) -> Iterator[Aspect]:
    for number, aspect in enumerate(sub.aspects, start=1):
        spot = Spot(_aspect_code(sub, aspect, number), (*place, number))
        yield replace(aspect, row=row(spot))
