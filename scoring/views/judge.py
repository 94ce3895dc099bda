"""Where a judge begins, and the tablet on which an event is marked."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

from competitions.views.signed_in import user_of
from people.access import not_found_unless
from scoring.judge_page import judge_page, stamp_of
from scoring.judge_words import judge_words
from scoring.permissions import events_to_accept, events_to_mark
from scoring.queries.judge_home import (
    reserve_panels,
    waiting_for_chief,
    waiting_for_judge,
)
from scoring.views.judge_access import event_to_mark


@require_safe
def judge_home(request: HttpRequest) -> HttpResponse:
    """List the events a user marks or accepts, and what waits there."""
    user = user_of(request)
    marked, accepted = events_to_mark(user), events_to_accept(user)
    rooms = waiting_for_judge(marked, user)
    desks = waiting_for_chief(accepted)
    not_found_unless(bool(rooms or desks or user.is_superuser))
    context = {"rooms": rooms, "desks": desks, "has_pin": bool(user.pin_hash)}
    return render(request, "scoring/judge/home.html", context)


@require_safe
@ensure_csrf_cookie
def judge_event(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Show one sheet; the page reads itself again and says 304 while nothing is new."""
    event, judge = event_to_mark(request, event_id), user_of(request)
    # Read before the sheet: what happens between the two is news the next time.
    stamp = stamp_of(event, judge, request.GET.get("sheet", ""))
    known = request.headers.get("If-None-Match", "").strip('"').partition(".")
    if known[0] == stamp:
        return _not_modified(".".join((stamp, known[2])))
    page = judge_page(event, judge, _sheet_id(request))
    if page is None:
        if request.GET.get("sheet"):
            raise Http404(_("You have no seat for this sheet."))
        context = {"event": event, "reserve_on": reserve_panels(judge)[event.pk]}
        return render(request, "scoring/judge/no_sheets.html", context)
    etag = f"{stamp}.{page.fingerprint}"
    if known[2] == page.fingerprint:
        return _not_modified(etag)
    context = {"event": event, "page": page, "words": judge_words()}
    response = render(request, "scoring/judge/event.html", context)
    response["ETag"] = f'"{etag}"'
    response["Cache-Control"] = "private, no-store"
    return response


def _not_modified(etag: str) -> HttpResponse:
    response = HttpResponseNotModified()
    response["ETag"] = f'"{etag}"'
    return response


def _sheet_id(request: HttpRequest) -> UUID | None:
    asked = request.GET.get("sheet", "")
    if not asked:
        return None
    try:
        return UUID(asked)
    except ValueError:
        raise Http404(_("This is no sheet; choose one from the list.")) from None
