"""The page on which a judge sets the PIN he signs with."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from competitions.views.signed_in import user_of
from people.access import not_found_unless
from people.services.pins import PinRefused, set_pin
from scoring.forms.judge import PinForm
from scoring.permissions import events_to_accept, events_to_mark


@cache_control(private=True, no_store=True)
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def judge_pin(request: HttpRequest) -> HttpResponse:
    """Set one's own PIN; the password is asked for, since a PIN is a signature."""
    user = user_of(request)
    not_found_unless(events_to_mark(user).exists() or events_to_accept(user).exists())
    after = _after(request)
    if request.method != "POST":
        context = {"form": PinForm(user=user), "after": after}
        return render(request, "scoring/judge/pin.html", context)
    form = PinForm(request.POST, user=user)
    if form.is_valid():
        try:
            set_pin(user=user, pin=form.cleaned_data["pin"], at=timezone.now())
        except PinRefused as refusal:
            form.add_error("pin", refusal.sentence)
        else:
            messages.success(request, _("Your PIN is set."))
            return redirect(after)
    context = {"form": form, "after": after}
    return render(request, "scoring/judge/pin.html", context, status=422)


def _after(request: HttpRequest) -> str:
    asked = request.GET.get("next", "")
    if url_has_allowed_host_and_scheme(asked, {request.get_host()}):
        return asked
    return "/judge/"
