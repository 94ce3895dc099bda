"""The pages on which a chief judge reads signed sheets and accepts them by PIN."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _, ngettext
from django.views.decorators.cache import cache_control
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from competitions.services.refusal import Refusal
from competitions.views.signed_in import user_of
from people.services.pins import PinRefused
from scoring.acceptance_lists import AcceptanceList, acceptance_lists
from scoring.forms.judge import SignatureForm
from scoring.queries.signatures import entry_codes, sheets_to_accept
from scoring.queries.signed_sheet import signed_sheet
from scoring.rules.sheet_hash import in_groups
from scoring.services.signing import accept_sheets
from scoring.views.judge_access import event_to_accept


# A tablet goes from hand to hand: what one judge saw is not the next one's to see.
@cache_control(private=True, no_store=True)
@sensitive_post_parameters("pin")
@require_http_methods(["GET", "POST"])
def judge_accept(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Show what whole panels have signed; one PIN accepts a list of it."""
    event, chief = event_to_accept(request, event_id), user_of(request)
    lists = acceptance_lists(
        list(sheets_to_accept(event)),
        entry_codes(event.pk),
        request.GET.get("list", ""),
    )
    chosen = next((each for each in lists if each.is_current), AcceptanceList.empty())
    form = SignatureForm(request.POST or None, shown=chosen.shown)
    if form.is_valid():
        sheets = [each.sheet for each in chosen.rows if each.sheet.pk in form.sheet_ids]
        try:
            receipt = accept_sheets(
                sheets=sheets,
                by=chief,
                pin=form.cleaned_data["pin"],
                at=timezone.now(),
            )
        except PinRefused as refusal:
            form.add_error("pin", refusal.sentence)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            said = ngettext(
                "%(number)s sheet accepted. Receipt %(code)s.",
                "%(number)s sheets accepted. Receipt %(code)s.",
                receipt.sheets,
            ) % {"number": receipt.sheets, "code": in_groups(receipt.code)}
            messages.success(request, said)
            return redirect("scoring:judge-accept", event.pk)
    context = {
        "event": event,
        "lists": lists,
        "chosen": chosen,
        "form": form,
        "has_pin": bool(chief.pin_hash),
    }
    status = 422 if form.errors else 200
    return render(request, "scoring/judge/accept.html", context, status=status)


@cache_control(private=True, no_store=True)
@require_safe
def judge_accept_sheet(
    request: HttpRequest, event_id: UUID, sheet_id: UUID
) -> HttpResponse:
    """Show a whole signed sheet with every value and mark, to be read only."""
    event = event_to_accept(request, event_id)
    shown = signed_sheet(event, sheet_id)
    if shown is None:
        raise Http404(_("There is no sheet here that its panel has signed."))
    context = {"event": event, "shown": shown}
    return render(request, "scoring/judge/accept_sheet.html", context)
