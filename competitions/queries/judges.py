"""Reads the library of judges (裁判员库) and who leads the judges of an event."""

from collections.abc import Collection, Iterable
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from competitions.enums import Capability
from competitions.models import Event, Panel, PanelSeat, Role, RoleAssignment
from competitions.queries.accounts import labels_of
from people.models import User

#: The roles panels give; what their holders may do stays a matter of the rows.
JUDGE = "judge"
CHIEF_JUDGE = "chief-judge"


def marking_roles() -> list[int]:
    """Return the roles whose holders mark; one statement."""
    # SQLite cannot look into a list, and there are a handful of roles.
    return [
        pk
        for pk, capabilities in Role.objects.values_list("pk", "capabilities")
        if Capability.MARKS_ENTER in capabilities
    ]


def judges() -> QuerySet[User]:
    """Return who holds a role that marks or has a seat, by pinyin; two statements."""
    held = RoleAssignment.objects.filter(role__in=marking_roles()).values("user")
    seated = PanelSeat.objects.values("judge")
    return (
        User.objects.filter(Q(pk__in=held) | Q(pk__in=seated), is_active=True)
        .select_related("person__organisation__district")
        .order_by("person__pinyin", "name", "pk")
    )


def judges_with_seats(events: QuerySet[Event]) -> QuerySet[User]:
    """Add the seats in some events to the judges, the latest first."""
    seats = (
        PanelSeat.objects.filter(panel__event__in=events.order_by().values("pk"))
        .select_related("panel__event__competition")
        .order_by("-panel__event__competition__starts_on", "pk")
    )
    return judges().prefetch_related(Prefetch("seats", queryset=seats))


def judge_labels() -> list[str]:
    """Return every judge as one text that finds him again."""
    return labels_of(judges())


def chief_judges(event: Event) -> list[RoleAssignment]:
    """Return who accepts marks in an event by appointment to it."""
    roles = Role.objects.filter(code=CHIEF_JUDGE)
    return list(
        RoleAssignment.objects.filter(event=event, role__in=roles)
        .select_related("user__person__organisation", "role")
        .order_by("pk")
    )


def chiefs_of(event_ids: Iterable[UUID]) -> dict[UUID, set[UUID]]:
    """Return the accounts of the chief judges of some events; one statement."""
    held = RoleAssignment.objects.filter(
        event__in=list(event_ids), role__code=CHIEF_JUDGE
    )
    chiefs: dict[UUID, set[UUID]] = {}
    for event_id, user_id in held.values_list("event_id", "user_id"):
        chiefs.setdefault(event_id, set()).add(user_id)
    return chiefs


def seated_chiefs(panels: Iterable[Panel], chiefs: Collection[UUID]) -> list[str]:
    """Name the chief judges who also mark, from panels read with their seats."""
    seats = [seat for panel in panels for seat in panel.seats.all()]
    names = {
        seat.judge_id: seat.judge.get_full_name()
        for seat in seats
        if seat.judge_id in chiefs
    }
    return list(names.values())
