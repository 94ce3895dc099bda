"""The page on which the components of an event are set."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from competitions.forms.components import STAGES, ComponentFormSet, component_values
from competitions.queries.events import components_of
from competitions.services.components import set_components
from competitions.services.refusal import Refusal
from competitions.views.events import managed_event
from competitions.views.signed_in import user_of


def event_components(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Show the rows; save them when their weights sum to 100 %."""
    event = managed_event(request, event_id)
    rows = ComponentFormSet(
        request.POST or None,
        prefix="components",
        initial=component_values(components_of(event)),
    )
    refused: list[str] = []
    if request.method == "POST" and rows.is_valid():
        try:
            set_components(
                event=event,
                stages=rows.stages(),
                by=user_of(request),
                at=timezone.now(),
            )
        except ValidationError as error:
            refused = error.messages
        except Refusal as refusal:
            refused = [str(refusal)]
        else:
            messages.success(request, _("The components are saved."))
            return redirect("competitions:event-detail", event.pk)
    context = {
        "rows": rows,
        "refused": refused,
        "event": event,
        "competition": event.competition,
        "stages": list(STAGES),
    }
    return render(request, "competitions/event_components.html", context)
