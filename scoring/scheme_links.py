"""The way to the marking schemes of an event, and what they add up to."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from competitions.event_links import EventLink
from competitions.models import Event
from people.models import User
from scoring.permissions import can_prepare_schemes
from scoring.queries.glance import SchemeGlance, schemes_at_a_glance

_POSITION = 40


def scheme_links(user: User, event: Event) -> Iterator[EventLink]:
    """Lead those who prepare schemes to the schemes of an event."""
    if not can_prepare_schemes(user, event):
        return
    glances = schemes_at_a_glance([event.pk]).get(event.pk, [])
    if glances:
        yield EventLink(
            position=_POSITION,
            label=_("Marking schemes"),
            url=reverse("scoring:scheme-list", args=(event.pk,)),
            note=_note(glances),
            icon="list-check",
        )


def _note(glances: list[SchemeGlance]) -> str:
    missing = sum(glance.scheme is None for glance in glances)
    if missing:
        return _("%(number)s missing") % {"number": missing}
    return " · ".join(str(glance.total) for glance in glances)
