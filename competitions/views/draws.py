"""The draws of an event: committed, made, voided, and their signed record."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from competitions.documents.draw_record import draw_record_pdf
from competitions.enums import CompetitionState, DrawKind, DrawState
from competitions.forms.draws import CommitForm, RunForm, VoidForm
from competitions.models import Draw, Event
from competitions.permissions import can_run_draws
from competitions.queries.draws import (
    draw_counts,
    drawn_rows,
    draws_by_kind,
    sealed_codes,
)
from competitions.queries.entries import state_counts
from competitions.rules.phases import has_reached
from competitions.services import draws
from competitions.views.acting import done
from competitions.views.signed_in import user_of
from people.access import not_found_unless
from people.public_address import public_address


@require_safe
def draw_list(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Show how far the draws of an event have come."""
    event = _event(request, event_id)
    counts = draw_counts([event.pk]).get(event.pk)
    context = {
        "event": event,
        "competition": event.competition,
        "kinds": [
            (kind, drawn_rows(kind.valid) if kind.valid else [])
            for kind in draws_by_kind(event)
        ],
        "approved": counts.approved if counts else 0,
        "sealed_codes": sealed_codes(event),
    }
    return render(request, "competitions/draw_list.html", context)


def draw_commit(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Publish a commitment."""
    event = _event(request, event_id)
    kind = request.GET.get("kind", DrawKind.ENTRY_NUMBER)
    form = CommitForm(request.POST or None, initial={"kind": kind})
    is_early = not has_reached(event.competition.phase, CompetitionState.PREPARATION)

    def commit() -> str:
        draws.commit_draw(
            event=event, **form.cleaned_data, by=user_of(request), at=timezone.now()
        )
        return _("The commitment is published.")

    return _form_page(
        request,
        "competitions/draw_commit.html",
        event,
        form,
        commit,
        is_early=is_early,
        waiting=state_counts([event.pk])[event.pk].submitted,
    )


def draw_run(request: HttpRequest, draw_id: UUID) -> HttpResponse:
    """Type the public value and draw."""
    draw = _draw(request, draw_id)
    form = RunForm(request.POST or None)

    def run() -> str:
        draws.run_draw(
            draw=draw, **form.cleaned_data, by=user_of(request), at=timezone.now()
        )
        return _("The draw is made and published.")

    return _form_page(
        request, "competitions/draw_run.html", draw.event, form, run, draw=draw
    )


def draw_void(request: HttpRequest, draw_id: UUID) -> HttpResponse:
    """Void a draw with a reason."""
    draw = _draw(request, draw_id)
    form = VoidForm(request.POST or None)

    def void() -> str:
        draws.void_draw(
            draw=draw, **form.cleaned_data, by=user_of(request), at=timezone.now()
        )
        return _("The draw is voided; it stays public with the reason.")

    return _form_page(
        request, "competitions/draw_void.html", draw.event, form, void, draw=draw
    )


@require_safe
def draw_record(request: HttpRequest, draw_id: UUID) -> HttpResponse:
    """Return the record of a draw as a PDF to sign."""
    draw = _draw(request, draw_id)
    not_found_unless(draw.state == DrawState.DRAWN)
    address = public_address(request, public_path(draw.pk))
    content = draw_record_pdf(draw=draw, rows=drawn_rows(draw), address=address)
    name = _("%(event)s – record of the draw, %(kind)s.pdf") % {
        "event": draw.event.display_name,
        "kind": draw.get_kind_display(),
    }
    disposition = content_disposition_header(as_attachment=False, filename=name)
    return HttpResponse(
        content,
        content_type="application/pdf",
        headers={"Content-Disposition": disposition},
    )


def public_path(draw_id: UUID) -> str:
    """Return where the public reads a draw; the page belongs to an app above."""
    return reverse("live:draw", args=(draw_id,))


def _event(request: HttpRequest, event_id: UUID) -> Event:
    event = get_object_or_404(Event.objects.select_related("competition"), pk=event_id)
    not_found_unless(can_run_draws(request.user, event))
    return event


def _draw(request: HttpRequest, draw_id: UUID) -> Draw:
    draw = get_object_or_404(
        Draw.objects.select_related("event__competition"), pk=draw_id
    )
    not_found_unless(can_run_draws(request.user, draw.event))
    return draw


def _form_page(
    request: HttpRequest,
    template: str,
    event: Event,
    form: Form,
    act: Callable[[], str],
    **more: Any,
) -> HttpResponse:
    if request.method == "POST" and done(request, form, act):
        return redirect("competitions:draw-list", event.pk)
    context = {
        "form": form,
        "event": event,
        "competition": event.competition,
        **more,
    }
    return render(request, template, context)
