"""The way to the entries of an event, and how far they have come."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from competitions.event_links import EventLink
from competitions.models import Event
from competitions.permissions import can_see_entries
from competitions.queries.entries import StateCounts, state_counts
from people.models import User


def entry_links(user: User, event: Event) -> Iterator[EventLink]:
    """Lead those who may see all entries to their list."""
    if not can_see_entries(user, event):
        return
    found = state_counts([event.pk]).get(event.pk, StateCounts())
    yield EventLink(
        position=10,
        label=_("Entries"),
        url=reverse("competitions:entry-list", args=(event.pk,)),
        note=_note(found),
        icon="users",
    )


def _note(found: StateCounts) -> str:
    if not found.total:
        return _("None yet")
    if found.submitted:
        return _("%(number)s wait for review") % {"number": found.submitted}
    return _("%(approved)s of %(total)s approved") % {
        "approved": found.approved,
        "total": found.total,
    }
