"""What befell an entry: whether it took part, and what it lost."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _, ngettext
from django.views.decorators.http import require_POST, require_safe

from competitions.models import Entry
from competitions.queries.entry_names import office_name
from competitions.views.acting import done, told
from competitions.views.signed_in import user_of
from people.access import not_found_unless
from scoring.forms.component_scores import (
    AttendanceForm,
    DeductionForm,
    WithdrawDeductionForm,
)
from scoring.models import Deduction
from scoring.permissions import can_prepare_results
from scoring.queries.component_scores import deductions_of
from scoring.queries.results import current_list
from scoring.services.attendance import set_attendance, set_marked_present
from scoring.services.deductions import deduct, withdraw_deduction
from scoring.services.results import scores_are_fixed
from scoring.views.result_access import entry_to_score, event_to_score


@require_safe
def entry_standing(request: HttpRequest, entry_id: UUID) -> HttpResponse:
    """Show attendance and deductions of an entry."""
    return _page(request, entry_to_score(request, entry_id))


@require_POST
def attendance_set(request: HttpRequest, entry_id: UUID) -> HttpResponse:
    """Say whether the entry took part and competes for a place."""
    entry = entry_to_score(request, entry_id)
    form = AttendanceForm(request.POST, entry=entry)

    def store() -> str:
        set_attendance(
            entry=entry,
            attendance=form.wanted(),
            reason=form.cleaned_data["reason"],
            by=user_of(request),
            at=timezone.now(),
        )
        return _("The attendance is stored.")

    if done(request, form, store):
        return redirect("scoring:entry-standing", entry.pk)
    return _page(request, entry, attendance_form=form)


@require_POST
def marked_present(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Set everyone present whose marks are complete."""
    event = event_to_score(request, event_id)

    def store() -> str:
        number = set_marked_present(event=event, by=user_of(request), at=timezone.now())
        return ngettext(
            "%(number)s entry is set present.",
            "%(number)s entries are set present.",
            number,
        ) % {"number": number}

    told(request, store)
    return redirect("scoring:component-scores", event.pk)


@require_POST
def deduction_add(request: HttpRequest, entry_id: UUID) -> HttpResponse:
    """Take marks off one component."""
    entry = entry_to_score(request, entry_id)
    form = DeductionForm(request.POST, entry=entry)

    def store() -> str:
        made = deduct(
            entry=entry,
            **form.cleaned_data,
            by=user_of(request),
            at=timezone.now(),
        )
        return _("%(amount)s marks are taken off.") % {"amount": made.amount}

    if done(request, form, store):
        return redirect("scoring:entry-standing", entry.pk)
    return _page(request, entry, deduction_form=form)


def deduction_withdraw(request: HttpRequest, deduction_id: UUID) -> HttpResponse:
    """Give the marks back, with a reason."""
    deductions = Deduction.objects.select_related(
        "component", "entry__event__competition"
    )
    deduction = get_object_or_404(deductions, pk=deduction_id)
    entry = deduction.entry
    not_found_unless(can_prepare_results(request.user, entry.event))
    form = WithdrawDeductionForm(request.POST or None, deduction=deduction)

    def withdraw() -> str:
        withdraw_deduction(
            deduction=deduction,
            reason=form.cleaned_data["reason"],
            by=user_of(request),
            at=timezone.now(),
        )
        return _("The deduction is withdrawn.")

    if request.method == "POST" and done(request, form, withdraw):
        return redirect("scoring:entry-standing", entry.pk)
    context = _places(entry) | {"deduction": deduction, "form": form}
    return render(request, "scoring/deduction_withdraw.html", context)


def _page(
    request: HttpRequest,
    entry: Entry,
    *,
    attendance_form: AttendanceForm | None = None,
    deduction_form: DeductionForm | None = None,
) -> HttpResponse:
    is_fixed = scores_are_fixed(entry.event_id)
    context = _places(entry) | {
        "attendance_form": attendance_form or AttendanceForm(entry=entry),
        "deduction_form": deduction_form or DeductionForm(entry=entry),
        "deductions": deductions_of(entry),
        "is_fixed": is_fixed,
        "fixed_by": current_list(entry.event_id) if is_fixed else None,
    }
    status = 422 if attendance_form or deduction_form else 200
    return render(request, "scoring/entry_standing.html", context, status=status)


def _places(entry: Entry) -> dict[str, object]:
    return {
        "entry": entry,
        "event": entry.event,
        "competition": entry.event.competition,
        "name": office_name(entry),
    }
