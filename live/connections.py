"""Fills the registries of competitions with the live boards, when Django starts."""

from collections.abc import Collection, Iterable
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from audit import wording
from competitions import competition_links, event_links, public_links
from competitions.competition_links import CompetitionLink
from competitions.event_links import EventLink
from competitions.models import Competition, Event
from competitions.public_links import PublicLink
from live.enums import BoardState, PublicationKind
from live.models import Board, Publication
from live.permissions import can_run_board
from people.models import User


def connect() -> None:
    """Register links and wording; calling twice is safe."""
    event_links.register(board_link)
    competition_links.register(open_boards)
    public_links.register(published_pages)
    wording.register("board.set", _("Board set to %(state)s"))


def board_link(user: User, event: Event) -> Iterable[EventLink]:
    """Link the control page of an event's board."""
    if can_run_board(user, event):
        address = reverse("live-office:board-control", kwargs={"event_id": event.pk})
        yield EventLink(90, _("Live board"), address, icon="device-desktop")


def open_boards(user: User, competition: Competition) -> Iterable[CompetitionLink]:
    """Link the boards of a competition that are on, for the hall's projector.

    A board alone needs no name beside it.
    """
    boards = list(
        Board.objects.filter(event__competition=competition)
        .exclude(state=BoardState.HIDDEN)
        .select_related("event")
        .order_by("event__number")
    )
    for board in boards:
        address = reverse("live:board", kwargs={"event_id": board.event_id})
        name = _("Open the board: %(event)s") % {"event": board.event.display_name}
        yield CompetitionLink(
            name if len(boards) > 1 else _("Open the board"),
            f"{address}?view=wall",
            "device-desktop",
        )


def published_pages(event_ids: Collection[UUID]) -> Iterable[PublicLink]:
    """Link the results and boards of events that anybody may see; one statement."""
    pages = {
        PublicationKind.RESULTS: ("live:results", _("Published results"), "list-check"),
        PublicationKind.BOARD: ("live:board", _("Live board"), "device-desktop"),
    }
    published = Publication.objects.filter(
        event__in=event_ids, kind__in=pages, is_public=True
    ).values_list("event", "kind")
    for event_id, kind in sorted(published, key=lambda row: row[1], reverse=True):
        name, label, icon = pages[PublicationKind(kind)]
        address = reverse(name, kwargs={"event_id": event_id})
        yield PublicLink(event_id, label, address, icon)
