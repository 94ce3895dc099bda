"""The page that gives the sub criteria of a scheme their panels and days."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from competitions.permissions import can_appoint_panels
from competitions.views.acting import done
from competitions.views.signed_in import user_of
from scoring.forms.scheme_plans import PlanForm
from scoring.services.assignment import plan_marking
from scoring.views.scheme_access import places_of, prepared_scheme


def scheme_plan(request: HttpRequest, scheme_id: UUID) -> HttpResponse:
    """Assign panels, a whole criterion at once or one sub criterion, and days."""
    row = prepared_scheme(request, scheme_id)
    form = PlanForm(request.POST or None, scheme=row)

    def plan() -> str:
        plan_marking(
            marking_scheme=row,
            slots=form.slots(),
            version=form.cleaned_data["version"],
            by=user_of(request),
            at=timezone.now(),
        )
        return _("The panels and days are saved.")

    if request.method == "POST" and done(request, form, plan):
        return redirect("scoring:scheme-report", row.pk)
    context = places_of(row.component) | {
        "marking_scheme": row,
        "form": form,
        "may_appoint": can_appoint_panels(request.user, row.component.stage.event),
    }
    return render(request, "scoring/scheme_plan.html", context)
