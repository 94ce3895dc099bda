"""The rooms of panels and draws, for those who may work in them."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from competitions.event_links import EventLink
from competitions.models import Event
from competitions.permissions import can_appoint_panels, can_run_draws
from people.models import User

_PANELS, _DRAWS = 20, 30


def preparation_links(user: User, event: Event) -> Iterator[EventLink]:
    """Link panels with their conflicts, and draws."""
    if can_appoint_panels(user, event):
        yield EventLink(
            _PANELS,
            _("Panels"),
            reverse("competitions:panel-list", args=(event.pk,)),
            icon="gavel",
        )
    if can_run_draws(user, event):
        yield EventLink(
            _DRAWS,
            _("Draws"),
            reverse("competitions:draw-list", args=(event.pk,)),
            icon="arrows-shuffle",
        )
