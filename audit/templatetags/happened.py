"""Shows what happened as a sentence."""

from django import template

from audit import wording
from audit.models import AuditEvent

register = template.Library()


@register.filter
def sentence(event: AuditEvent) -> str:
    """Return the registered wording of an event."""
    return wording.sentence(event)
