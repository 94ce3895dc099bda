"""What a page says of the part that was last taken out of a draft."""

from dataclasses import dataclass
from decimal import Decimal

from scoring.models import RemovedPart
from scoring.rules.scheme import Aspect, Scheme, total_of
from scoring.rules.scheme_changes import insert
from scoring.rules.scheme_parts import part_of
from scoring.rules.scheme_places import aspects_of, code_at, items_below
from scoring.scheme_page import dotted


@dataclass(frozen=True)
class RemovedLine:
    """A part that can be put back: what it was, and where it stood.

    ``is_followed`` says that another part stands in its place now.
    """

    code: str
    name: str
    total: Decimal
    place: str
    holder: str
    is_aspect: bool
    is_followed: bool


def removed_line(scheme: Scheme, removed: RemovedPart | None) -> RemovedLine | None:
    """Put what was removed from a scheme in words."""
    if removed is None:
        return None
    place, item = tuple(removed.place), part_of(removed.content)
    *holder, position = place
    return RemovedLine(
        code=code_at(insert(scheme, place, item), place),
        name=item.description if isinstance(item, Aspect) else item.name,
        total=total_of(aspects_of(item)),
        place=dotted(place),
        holder=dotted(tuple(holder)),
        is_aspect=isinstance(item, Aspect),
        is_followed=position <= len(items_below(scheme, tuple(holder))),
    )
