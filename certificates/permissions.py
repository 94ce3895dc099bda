"""Who may manage awards, grant titles, and issue certificates."""

from django.db.models import Q, QuerySet

from certificates.models import Certificate
from competitions.enums import Capability
from competitions.models import Event
from competitions.permissions import (
    AnyUser,
    has_capability,
    has_capability_anywhere,
    visible_events,
)


def can_manage_awards(user: AnyUser, event: Event) -> bool:
    """Tell whether a user may choose the policy of an event and make its awards."""
    return has_capability(user, Capability.AWARDS_MANAGE, event=event)


def can_see_policies(user: AnyUser) -> bool:
    """Tell whether a user may read award policies."""
    return has_capability_anywhere(user, Capability.AWARDS_MANAGE)


def can_edit_policies(user: AnyUser) -> bool:
    """Tell whether a user may write award policies, which hold for every event."""
    return has_capability(user, Capability.AWARDS_MANAGE)


def can_grant_titles(user: AnyUser) -> bool:
    """Tell whether a user may grant and revoke titles."""
    return has_capability(user, Capability.TITLES_GRANT)


def can_see_certificates(user: AnyUser) -> bool:
    """Tell whether a user issues certificates somewhere."""
    return has_capability_anywhere(user, Capability.CERTIFICATES_ISSUE)


def can_issue_certificates(user: AnyUser, event: Event | None) -> bool:
    """Tell whether a user may issue, print and void certificates of an event."""
    return has_capability(user, Capability.CERTIFICATES_ISSUE, event=event)


def visible_certificates(user: AnyUser) -> QuerySet[Certificate]:
    """Return the certificates of the events in which a user issues them."""
    events = visible_events(user, Capability.CERTIFICATES_ISSUE)
    seen = Q(event__in=events)
    if has_capability(user, Capability.CERTIFICATES_ISSUE):
        seen |= Q(event__isnull=True)
    return Certificate.objects.filter(seen)
