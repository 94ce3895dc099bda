"""Two ways to a scheme without a workbook: an empty one, or a copy of another."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from competitions.services.refusal import Refusal
from competitions.views.acting import done
from competitions.views.signed_in import user_of
from scoring.forms.schemes import CopyForm
from scoring.queries.schemes import load_scheme
from scoring.rules.scheme import Scheme
from scoring.services.scheme_store import save_scheme
from scoring.views.scheme_access import places_of, prepared_component


@require_POST
def scheme_start(request: HttpRequest, component_id: UUID) -> HttpResponse:
    """Begin an empty scheme, unless there already is one."""
    component = prepared_component(request, component_id)
    current = component.schemes.order_by("version").last()
    if current is None:
        try:
            current = save_scheme(
                component=component,
                scheme=Scheme(skill=component.stage.event.name),
                file_name="",
                by=user_of(request),
                at=timezone.now(),
            )
        except Refusal as refusal:
            messages.error(request, str(refusal))
            return redirect("scoring:scheme-list", component.stage.event_id)
    return redirect("scoring:scheme-edit", current.pk)


def scheme_copy(request: HttpRequest, component_id: UUID) -> HttpResponse:
    """Take the content of another scheme over."""
    component = prepared_component(request, component_id)
    form = CopyForm(request.POST or None, user=request.user, component=component)

    def copy() -> str:
        save_scheme(
            component=component,
            scheme=load_scheme(form.cleaned_data["source"]),
            file_name="",
            by=user_of(request),
            at=timezone.now(),
        )
        return _("The scheme is copied; its panels are still to be assigned.")

    if request.method == "POST" and done(request, form, copy):
        current = component.schemes.order_by("version").last()
        return redirect("scoring:scheme-report", current.pk if current else None)
    context = places_of(component) | {
        "form": form,
        "current": component.schemes.order_by("version").last(),
    }
    return render(request, "scoring/scheme_copy.html", context)
