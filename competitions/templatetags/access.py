"""Tags that ask what the reader may open, so that no page links what he may not."""

from django import template

from competitions import permissions
from competitions.models import Event
from competitions.permissions import AnyUser

register = template.Library()


@register.simple_tag
def sees_event(user: AnyUser, event: Event) -> bool:
    """Tell whether the page of an event opens for a user."""
    return permissions.can_see_event(user, event)


@register.simple_tag
def appoints_panels(user: AnyUser, event: Event) -> bool:
    """Tell whether the panels of an event open for a user."""
    return permissions.can_appoint_panels(user, event)
