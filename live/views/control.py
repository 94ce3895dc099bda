"""Where the office says what a board shows."""

from typing import TYPE_CHECKING, cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from competitions.models import Event
from live.enums import BoardState, PublicationKind
from live.forms import EXPLANATIONS, BoardForm
from live.frames import frame_of
from live.permissions import can_run_board
from live.queries.boards import board_of, effective_state
from live.queries.publications import published
from live.services.boards import set_board
from people.access import not_found_unless
from people.public_address import public_address

if TYPE_CHECKING:
    from people.models import User


@require_http_methods(["GET", "POST"])
def board_control(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Show what the board of an event shows, and change it."""
    event = get_object_or_404(Event.objects.select_related("competition"), pk=event_id)
    not_found_unless(can_run_board(request.user, event))
    state = board_of(event)
    form = BoardForm(request.POST or None, initial={"state": state})
    if form.is_valid():
        set_board(
            event=event,
            state=BoardState(form.cleaned_data["state"]),
            by=cast("User", request.user),
            at=timezone.now(),
        )
        messages.success(request, _("The board has been changed."))
        return redirect("live-office:board-control", event_id=event.pk)
    publication = published(PublicationKind.BOARD, event.pk)
    address = public_address(
        request, reverse("live:board", kwargs={"event_id": event.pk})
    )
    context = {
        "event": event,
        "form": form,
        "choices": [
            (choice, EXPLANATIONS[BoardState(choice.data["value"])])
            for choice in form["state"].subwidgets
        ],
        "state": state,
        "is_sealed": effective_state(event, BoardState.LIVE) is not BoardState.LIVE,
        "board": frame_of(publication) if publication else None,
        "address": address,
    }
    return render(request, "live/board_control.html", context)
