"""Marks of components that no panel marks."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from competitions.enums import ComponentSource
from competitions.models import Component, Entry, Event
from competitions.services.event_trail import record_for_event
from competitions.services.refusal import Refusal
from people.models import User
from scoring.models import ComponentScore
from scoring.services.results import scores_are_fixed
from scoring.services.tallies import rebuild_tallies


class ScoresFixed(Refusal):
    """A result was checked or published; its scores stay as they are."""

    sentence = _(
        "The result of this event was checked or published; its scores stay as they"
        " are."
    )


class MarkOutOfRange(Refusal):
    """A mark is below zero or above the full mark of its component."""

    def __init__(self, component: Component, mark: Decimal) -> None:
        """Name the component and its range."""
        super().__init__(
            _("%(name)s: %(mark)s is not between 0.00 and %(full)s.")
            % {"name": component.name, "mark": mark, "full": component.full_mark}
        )


@transaction.atomic
def record_scores(
    *,
    marks: Mapping[Component, Mapping[Entry, Decimal]],
    by: User,
    at: datetime,
) -> int:
    """Store the marks of several components, all or none; return how many changed."""
    return sum(
        record_component_scores(component=component, marks=of_entries, by=by, at=at)
        for component, of_entries in marks.items()
    )


@transaction.atomic
def record_component_scores(
    *,
    component: Component,
    marks: Mapping[Entry, Decimal],
    by: User,
    at: datetime,
) -> int:
    """Store marks of one component and return how many changed.

    Raises MarkOutOfRange that names the mark, ScoresFixed after the result.
    """
    event = open_event(component.stage.event)
    _refuse_impossible(component, marks)
    known = dict(
        ComponentScore.objects.filter(component=component, entry__in=marks).values_list(
            "entry_id", "mark"
        )
    )
    changed = {
        entry: mark for entry, mark in marks.items() if known.get(entry.pk) != mark
    }
    if not changed:
        return 0
    _store(component, changed, by, at)
    record_for_event(
        event_id=event.pk,
        action="component_scores.recorded",
        object_id=f"component:{component.pk}",
        payload=_changes(component, known, changed),
        by=by,
        at=at,
    )
    rebuild_tallies(event_id=event.pk, entry_ids=[entry.pk for entry in changed], at=at)
    return len(changed)


def _store(
    component: Component, marks: Mapping[Entry, Decimal], by: User, at: datetime
) -> None:
    ComponentScore.objects.bulk_create(
        [
            ComponentScore(
                entry=entry,
                component=component,
                mark=mark,
                entered_by=by,
                entered_at=at,
            )
            for entry, mark in marks.items()
        ],
        update_conflicts=True,
        unique_fields=["entry", "component"],
        update_fields=["mark", "entered_by", "entered_at"],
    )


def _refuse_impossible(component: Component, marks: Mapping[Entry, Decimal]) -> None:
    if component.source != ComponentSource.IMPORTED:
        raise Refusal(_("%(name)s is marked by a panel.") % {"name": component.name})
    for mark in marks.values():
        if not 0 <= mark <= component.full_mark:
            raise MarkOutOfRange(component, mark)


def _changes(
    component: Component,
    known: Mapping[UUID, Decimal],
    changed: Mapping[Entry, Decimal],
) -> dict[str, Any]:
    """Return what the audit keeps: every mark that changed, old and new."""
    return {
        "component": component.name,
        "count": len(changed),
        "marks": [
            {
                "entry": str(entry.pk),
                "old": _text(known.get(entry.pk)),
                "new": str(mark),
            }
            for entry, mark in changed.items()
        ],
    }


def open_event(event: Event) -> Event:
    """Lock the event and refuse once its result was checked or published.

    A provisional new version of a published result opens the scores again: that is
    how an appeal that was upheld is worked in.
    """
    event = Event.objects.select_for_update().get(pk=event.pk)
    if scores_are_fixed(event.pk):
        raise ScoresFixed
    return event


def _text(mark: Decimal | None) -> str | None:
    return None if mark is None else str(mark)
