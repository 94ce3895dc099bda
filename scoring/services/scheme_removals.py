"""Takes a part out of a draft, and puts it back while nothing else has changed."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from competitions.models import Panel
from competitions.services.refusal import Refusal
from people.models import User
from scoring.models import MarkingScheme, RemovedPart
from scoring.queries.scheme_history import removed_from
from scoring.queries.schemes import load_scheme
from scoring.rules.scheme import Criterion, SubCriterion, total_of
from scoring.rules.scheme_changes import insert, remove
from scoring.rules.scheme_parts import data_of, part_of
from scoring.rules.scheme_places import Item, Place, aspects_of, code_at, item_at
from scoring.services.scheme_edit import draft_row, record_edit, rewrite_draft
from scoring.services.scheme_store import panels_by_code


class NothingRemoved(Refusal):
    """There is nothing to put back."""

    sentence = _(
        "Nothing is left to be put back: the scheme was changed after the removal."
    )


@transaction.atomic
def remove_part(
    *, marking_scheme: MarkingScheme, place: Place, version: int, by: User, at: datetime
) -> RemovedPart:
    """Take a part out of a draft with all below it, and keep it aside.

    Raises LookupError where there is none, SchemeInUse once frozen, SchemeChanged
    when the version is no longer the current one.
    """
    row = draft_row(marking_scheme, version)
    scheme, panels = load_scheme(row), panels_by_code(row)
    item, code = item_at(scheme, place), code_at(scheme, place)
    changed = remove(scheme, place)
    rewrite_draft(row, changed, panels)
    codes = [sub.code for sub in _sub_criteria(item)]
    removed, _created = RemovedPart.objects.update_or_create(
        scheme=row,
        defaults={
            "edit_version": row.edit_version,
            "place": place,
            "content": data_of(item),
            "panels": {code: str(panels[code]) for code in codes if code in panels},
        },
    )
    facts = {"part": code, "marks": str(total_of(aspects_of(item)))}
    record_edit(row, "scheme.part_removed", changed, by=by, at=at, facts=facts)
    return removed


@transaction.atomic
def restore_part(
    *, marking_scheme: MarkingScheme, version: int, by: User, at: datetime
) -> Place:
    """Put back what was taken out last, as it was, and return where it stands.

    Raises NothingRemoved when another change followed, and what ``remove_part`` does.
    """
    row = draft_row(marking_scheme, version)
    removed = removed_from(row)
    if removed is None:
        raise NothingRemoved
    place = tuple(removed.place)
    scheme = insert(load_scheme(row), place, part_of(removed.content))
    rewrite_draft(row, scheme, panels_by_code(row) | _remaining(removed.panels))
    removed.delete()
    facts = {"part": code_at(scheme, place)}
    record_edit(row, "scheme.part_restored", scheme, by=by, at=at, facts=facts)
    return place


def _sub_criteria(item: Item) -> Iterator[SubCriterion]:
    if isinstance(item, Criterion):
        yield from item.sub_criteria
    elif isinstance(item, SubCriterion):
        yield item


def _remaining(panels: Mapping[str, str]) -> dict[str, UUID | None]:
    """Leave out the panels that were dissolved meanwhile."""
    known = set(Panel.objects.filter(pk__in=panels.values()).values_list(flat=True))
    keys = {code: UUID(key) for code, key in panels.items()}
    return {code: key for code, key in keys.items() if key in known}
