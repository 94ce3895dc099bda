"""Conflicts of interest of an event, and the page on which one is decided."""

from collections.abc import Sequence
from itertools import groupby
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _, ngettext
from django.views.decorators.http import require_safe

from competitions.forms.conflicts import ConflictForm, SeatConflictsForm
from competitions.models import Entry, PanelSeat
from competitions.queries.conflicts import SeatConflict, conflicts_of
from competitions.services.conflicts import decide_conflict, decide_conflicts
from competitions.views.acting import done
from competitions.views.panel_access import appointed_event, appointed_seat
from competitions.views.signed_in import user_of
from people.access import not_found_unless


@require_safe
def conflict_list(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Show the conflicts of an event by judge, those with open ones first."""
    event = appointed_event(request, event_id)
    found = conflicts_of([event.pk])[event.pk]
    context = {
        "event": event,
        "competition": event.competition,
        "judges": _by_judge(found),
        "conflicts": len(found),
        "undecided": len(_undecided(found)),
    }
    return render(request, "competitions/conflict_list.html", context)


def seat_conflicts(request: HttpRequest, seat_id: UUID) -> HttpResponse:
    """Decide alike, and for one reason, what is open about one judge."""
    seat = appointed_seat(request, seat_id)
    event = seat.panel.event
    found = [
        each for each in conflicts_of([event.pk])[event.pk] if each.seat.pk == seat_id
    ]
    open_ones = _undecided(found)
    not_found_unless(bool(found))
    form = SeatConflictsForm(request.POST or None, conflicts=open_ones)

    def decide() -> str:
        decided = decide_conflicts(
            seat=seat, **form.cleaned_data, by=user_of(request), at=timezone.now()
        )
        return ngettext(
            "%(number)s decision is recorded.",
            "%(number)s decisions are recorded.",
            len(decided),
        ) % {"number": len(decided)}

    if not open_ones or done(request, form, decide):
        return redirect("competitions:conflict-list", event.pk)
    context = {
        "form": form,
        "conflict": open_ones[0],
        "event": event,
        "competition": event.competition,
    }
    return render(request, "competitions/seat_conflicts.html", context)


def conflict_decide(
    request: HttpRequest, seat_id: UUID, entry_id: UUID
) -> HttpResponse:
    """Decide what one judge and one entry in conflict mean for the marking."""
    seat = appointed_seat(request, seat_id)
    event = seat.panel.event
    entry = get_object_or_404(Entry, pk=entry_id, event=event)
    conflict = _conflict(event.pk, seat_id, entry_id)
    not_found_unless(conflict is not None)
    form = ConflictForm(request.POST or None, initial=_decided(conflict))

    def decide() -> str:
        decide_conflict(
            seat=seat,
            entry=entry,
            **form.cleaned_data,
            by=user_of(request),
            at=timezone.now(),
        )
        return _("The decision is recorded.")

    if request.method == "POST" and done(request, form, decide):
        return redirect("competitions:conflict-list", event.pk)
    context = {
        "form": form,
        "conflict": conflict,
        "event": event,
        "competition": event.competition,
    }
    return render(request, "competitions/conflict_decide.html", context)


def _by_judge(
    found: Sequence[SeatConflict],
) -> list[tuple[PanelSeat, list[SeatConflict], int]]:
    """Return seats with their conflicts and how many of these are open."""
    rows = []
    for _pk, group in groupby(found, key=lambda each: each.seat.pk):
        conflicts = sorted(group, key=lambda each: each.decision is not None)
        rows.append((conflicts[0].seat, conflicts, len(_undecided(conflicts))))
    return sorted(rows, key=lambda row: row[2] == 0)


def _undecided(found: Sequence[SeatConflict]) -> list[SeatConflict]:
    return [each for each in found if each.decision is None]


def _conflict(event_id: UUID, seat_id: UUID, entry_id: UUID) -> SeatConflict | None:
    for conflict in conflicts_of([event_id])[event_id]:
        if (conflict.seat.pk, conflict.entry.pk) == (seat_id, entry_id):
            return conflict
    return None


def _decided(conflict: SeatConflict | None) -> dict[str, str]:
    if conflict is None or conflict.decision is None:
        return {}
    return {
        "handling": conflict.decision.handling,
        "reason": conflict.decision.reason,
    }
