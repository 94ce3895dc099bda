"""Tags that ask which rooms of marking and results the reader may open."""

from django import template

from competitions.models import Event
from competitions.permissions import AnyUser
from scoring.permissions import can_accept_marks, can_see_results

register = template.Library()


@register.simple_tag
def leads_judges(user: AnyUser, event: Event) -> bool:
    """Tell whether a user works on an event as its chief judge, from the tablet."""
    return can_accept_marks(user, event)


@register.simple_tag
def sees_results(user: AnyUser, event: Event) -> bool:
    """Tell whether the results of an event open for a user."""
    return can_see_results(user, event)
