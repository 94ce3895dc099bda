"""Figures of schemes and marks beside each event, for the events table."""

from collections.abc import Sequence
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext as _, gettext_lazy

from competitions.event_facts import Fact
from competitions.models import Event
from scoring.queries.glance import (
    SchemeGlance,
    SheetsGlance,
    schemes_at_a_glance,
    sheets_at_a_glance,
)
from scoring.rules.scheme import FULL_MARKS


def scheme_facts(events: Sequence[Event]) -> dict[UUID, list[Fact]]:
    """Return one pill per event: what its marking schemes add up to."""
    glances = schemes_at_a_glance([event.pk for event in events])
    return {event_id: [_scheme_fact(found)] for event_id, found in glances.items()}


def marks_facts(events: Sequence[Event]) -> dict[UUID, list[Fact]]:
    """Return one pill per event: how many of its sheets are signed."""
    sheets = sheets_at_a_glance([event.pk for event in events])
    return {
        event_id: [_marks_fact(found)]
        for event_id, found in sheets.items()
        if found.total
    }


def _scheme_fact(glances: Sequence[SchemeGlance]) -> Fact:
    totals = [glance.total for glance in glances if glance.scheme]
    wrong = [total for total in totals if total != FULL_MARKS]
    heading = gettext_lazy("Marking scheme")
    if len(totals) < len(glances):
        return Fact("scheme", heading, _("Missing"), tone="warn", icon="alert-triangle")
    if wrong:
        return Fact("scheme", heading, str(wrong[0]), tone="wrong", icon="x")
    return Fact("scheme", heading, _spelt(totals), tone="ok", icon="check")


def _spelt(totals: Sequence[Decimal]) -> str:
    if len(totals) == 1:
        return str(totals[0])
    return f"{len(totals)} × {FULL_MARKS}"  # a multiplication sign


def _marks_fact(sheets: SheetsGlance) -> Fact:
    is_done = sheets.accepted == sheets.total
    return Fact(
        "marks",
        gettext_lazy("Sheets signed"),
        f"{sheets.signed}/{sheets.total}",
        tone="ok" if is_done else "info",
        icon="check" if is_done else "edit",
    )
