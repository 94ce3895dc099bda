"""The page of an event's panels, and what makes and fills them."""

from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from competitions.forms.panels import ChiefJudgeForm, PanelForm, seat_form
from competitions.models import Event
from competitions.queries.conflicts import conflicts_of
from competitions.queries.judges import chief_judges, judge_labels, seated_chiefs
from competitions.queries.panels import panels_of
from competitions.services import panels
from competitions.services.appointments import appoint_chief_judge, dismiss_chief_judge
from competitions.views.acting import done
from competitions.views.panel_access import appointed_event, appointed_panel
from competitions.views.signed_in import user_of
from people.models import User


@require_safe
def panel_list(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Show the panels of an event with their seats."""
    return _page(request, appointed_event(request, event_id))


@require_POST
def panel_add(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Add a panel."""
    event = appointed_event(request, event_id)
    form = PanelForm(request.POST)

    def add() -> str:
        panels.create_panel(
            event=event,
            name=form.cleaned_data["name"],
            by=user_of(request),
            at=timezone.now(),
        )
        return _("The panel is added.")

    if done(request, form, add):
        return redirect("competitions:panel-list", event.pk)
    return _page(request, event, panel_form=form)


@require_POST
def seat_add(request: HttpRequest, panel_id: UUID) -> HttpResponse:
    """Give a judge the next seat of a panel."""
    panel = appointed_panel(request, panel_id)
    form = seat_form(panel, request.POST)

    def seat() -> str:
        given = panels.seat_judge(
            panel=panel, **form.cleaned_data, by=user_of(request), at=timezone.now()
        )
        return _("%(judge)s sits on seat %(seat)s of %(panel)s.") % {
            "judge": given.judge.get_full_name(),
            "seat": given.number,
            "panel": panel.name,
        }

    if done(request, form, seat):
        return redirect("competitions:panel-list", panel.event_id)
    return _page(request, panel.event, seat_forms={panel.pk: form})


@require_POST
def chief_judge_add(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Appoint a chief judge."""
    event = appointed_event(request, event_id)
    form = ChiefJudgeForm(request.POST, auto_id="id_chief_%s")

    def appoint() -> str:
        judge: User = form.cleaned_data["judge"]
        appoint_chief_judge(
            event=event, judge=judge, by=user_of(request), at=timezone.now()
        )
        return _("%s is chief judge of this event.") % judge.get_full_name()

    if done(request, form, appoint):
        return redirect("competitions:panel-list", event.pk)
    return _page(request, event, chief_form=form)


@require_POST
def chief_judge_dismiss(
    request: HttpRequest, event_id: UUID, user_id: UUID
) -> HttpResponse:
    """Take the lead back."""
    event = appointed_event(request, event_id)
    judge = get_object_or_404(User, pk=user_id)
    dismiss_chief_judge(
        event=event, judge=judge, by=user_of(request), at=timezone.now()
    )
    messages.success(request, _("%s is no longer chief judge.") % judge.get_full_name())
    return redirect("competitions:panel-list", event.pk)


def _page(
    request: HttpRequest,
    event: Event,
    *,
    panel_form: PanelForm | None = None,
    chief_form: ChiefJudgeForm | None = None,
    seat_forms: dict[UUID, Form] | None = None,
) -> HttpResponse:
    bound = seat_forms or {}
    rows = panels_of([event.pk])
    found = conflicts_of([event.pk], rows)[event.pk]
    failed = panel_form or chief_form or bound
    chiefs = chief_judges(event)
    name = _("Panel %s") % (len(rows) + 1)
    context = {
        "event": event,
        "competition": event.competition,
        "panels": [(panel, bound.get(panel.pk) or seat_form(panel)) for panel in rows],
        "panel_form": panel_form or PanelForm(initial={"name": name}),
        "chief_form": chief_form or ChiefJudgeForm(auto_id="id_chief_%s"),
        "chief_judges": chiefs,
        "seated_chiefs": seated_chiefs(rows, {each.user_id for each in chiefs}),
        "conflicts": len(found),
        "undecided": sum(1 for conflict in found if conflict.decision is None),
        "judge_labels": judge_labels(),
    }
    status = 422 if failed else 200
    return render(request, "competitions/panel_list.html", context, status=status)
