"""Links the rooms of marking from the page of an event."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from competitions.event_links import EventLink
from competitions.models import Event
from people.models import User
from scoring.permissions import can_accept_marks, can_mark, can_see_marks


def marking_links(user: User, event: Event) -> Iterator[EventLink]:
    """Offer the progress of marking, the tablet, and the desk of the chief judge."""
    if can_see_marks(user, event):
        url = reverse("scoring:marking-progress", args=(event.pk,))
        yield EventLink(position=50, label=_("Marking"), url=url, icon="edit")
    if can_mark(user, event):
        url = reverse("scoring:judge-event", args=(event.pk,))
        label = _("Mark on a tablet")
        yield EventLink(position=51, label=label, url=url, icon="device-tablet")
    if can_accept_marks(user, event):
        url = reverse("scoring:judge-accept", args=(event.pk,))
        label = _("Accept signed sheets")
        yield EventLink(position=52, label=label, url=url, icon="shield-check")
