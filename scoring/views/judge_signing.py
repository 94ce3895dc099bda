"""The check page on which a judge signs a list of sheets with one PIN."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.cache import cache_control
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from competitions.services.refusal import Refusal
from competitions.views.signed_in import user_of
from people.services.pins import PinRefused
from scoring.forms.judge import SignatureForm
from scoring.queries.signatures import sheets_to_sign
from scoring.rules.sheet_hash import in_groups
from scoring.services.signing import Receipt, sign_sheets
from scoring.signature_lists import SignatureList, lists_of
from scoring.views.judge_access import event_to_mark


# A tablet goes from hand to hand: what one judge saw is not the next one's to see.
@cache_control(private=True, no_store=True)
@sensitive_post_parameters("pin")
@require_http_methods(["GET", "POST"])
def judge_sign(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Show a list of sheets with what is missing on top; one PIN signs it."""
    event, judge = event_to_mark(request, event_id), user_of(request)
    lists = lists_of(sheets_to_sign(event, judge), request.GET.get("list", ""))
    chosen = next((each for each in lists if each.is_current), SignatureList.empty())
    form = SignatureForm(request.POST or None, shown=chosen.shown)
    if form.is_valid():
        sheets = [
            each.sheet for each in chosen.ready if each.sheet.pk in form.sheet_ids
        ]
        try:
            receipt = sign_sheets(
                sheets=sheets,
                judge=judge,
                pin=form.cleaned_data["pin"],
                at=timezone.now(),
                seen=chosen.shown,
            )
        except PinRefused as refusal:
            form.add_error("pin", refusal.sentence)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, signed_words(receipt))
            return redirect(request.get_full_path())
    context = {
        "event": event,
        "lists": lists,
        "chosen": chosen,
        "form": form,
        "has_pin": bool(judge.pin_hash),
    }
    status = 422 if form.errors else 200
    return render(request, "scoring/judge/sign.html", context, status=status)


def signed_words(receipt: Receipt) -> str:
    """Return the sentence with the code of what was signed."""
    return ngettext(
        "%(number)s sheet signed. Receipt %(code)s.",
        "%(number)s sheets signed. Receipt %(code)s.",
        receipt.sheets,
    ) % {"number": receipt.sheets, "code": in_groups(receipt.code)}
