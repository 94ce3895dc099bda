"""Fills the registries of competitions with the live boards, when Django starts."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from audit import wording
from competitions import competition_links, event_links
from competitions.competition_links import CompetitionLink
from competitions.event_links import EventLink
from competitions.models import Competition, Event
from live.enums import BoardState
from live.models import Board
from live.permissions import can_run_board
from people.models import User


def connect() -> None:
    """Register links and wording; calling twice is safe."""
    event_links.register(board_link)
    competition_links.register(open_boards)
    wording.register("board.set", _("Board set to %(state)s"))


def board_link(user: User, event: Event) -> Iterable[EventLink]:
    """Link the control page of an event's board."""
    if can_run_board(user, event):
        address = reverse("live-office:board-control", kwargs={"event_id": event.pk})
        yield EventLink(90, _("Live board"), address, icon="device-desktop")


def open_boards(user: User, competition: Competition) -> Iterable[CompetitionLink]:
    """Link the boards of a competition that are on, for the hall's projector."""
    boards = (
        Board.objects.filter(event__competition=competition)
        .exclude(state=BoardState.HIDDEN)
        .select_related("event")
        .order_by("event__number")
    )
    for board in boards:
        address = reverse("live:board", kwargs={"event_id": board.event_id})
        yield CompetitionLink(
            _("Open the board: %(event)s") % {"event": board.event.display_name},
            f"{address}?view=wall",
            "device-desktop",
        )
