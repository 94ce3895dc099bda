"""Who may prepare schemes, mark, accept marks and work on results."""

from django.db.models import QuerySet

from competitions.enums import Capability
from competitions.models import Event, PanelSeat
from competitions.permissions import AnyUser, has_capability, visible_events


def can_prepare_schemes(user: AnyUser, event: Event) -> bool:
    """Tell whether a user may import, edit and assign marking schemes."""
    return has_capability(user, Capability.SCHEMES_EDIT, event=event)


def can_mark(user: AnyUser, event: Event) -> bool:
    """Tell whether a user sits on a panel of an event."""
    return events_to_mark(user).filter(pk=event.pk).exists()


def can_open_marking(user: AnyUser, event: Event) -> bool:
    """Tell whether a user may open the sheets of an event for marking."""
    return has_capability(
        user, Capability.COMPETITIONS_MANAGE, event=event
    ) or can_accept_marks(user, event)


def can_accept_marks(user: AnyUser, event: Event) -> bool:
    """Tell whether a user may accept signed sheets and lock the marks."""
    return has_capability(user, Capability.MARKS_ACCEPT, event=event)


def can_see_marks(user: AnyUser, event: Event) -> bool:
    """Tell whether a user may see the progress of marking and the marks."""
    return has_capability(user, Capability.MARKS_SEE, event=event)


def can_prepare_results(user: AnyUser, event: Event) -> bool:
    """Tell whether a user may enter component scores and prepare a result list."""
    return has_capability(user, Capability.RESULTS_PUBLISH, event=event)


def can_check_results(user: AnyUser, event: Event) -> bool:
    """Tell whether a user may check a result list that another prepared."""
    return has_capability(user, Capability.RESULTS_CHECK, event=event)


def can_publish_results(user: AnyUser, event: Event) -> bool:
    """Tell whether a user may publish a checked result list."""
    return has_capability(user, Capability.RESULTS_PUBLISH, event=event)


def can_see_results(user: AnyUser, event: Event) -> bool:
    """Tell whether a user works on the results of an event in any way."""
    return can_check_results(user, event) or can_prepare_results(user, event)


def events_to_mark(user: AnyUser) -> QuerySet[Event]:
    """Return the events on whose panels a user sits."""
    if not user.is_authenticated or not user.is_active:
        return Event.objects.none()
    seats = PanelSeat.objects.filter(judge=user)
    return Event.objects.filter(pk__in=seats.values("panel__event"))


def events_with_schemes(user: AnyUser) -> QuerySet[Event]:
    """Return the events whose marking schemes a user may prepare."""
    return visible_events(user, Capability.SCHEMES_EDIT)


def events_to_accept(user: AnyUser) -> QuerySet[Event]:
    """Return the events whose signed sheets a user may accept."""
    return visible_events(user, Capability.MARKS_ACCEPT)
