"""Where a judge begins, and the tablet on which an event is marked."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.http.response import Http404
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_GET

from competitions.views.signed_in import user_of
from people.access import not_found_unless
from scoring.judge_page import judge_page
from scoring.judge_words import judge_words
from scoring.permissions import events_to_accept, events_to_mark
from scoring.queries.judge_home import waiting_for_chief, waiting_for_judge
from scoring.views.judge_access import event_to_mark


@require_GET
def judge_home(request: HttpRequest) -> HttpResponse:
    """List the events a user marks or accepts, and what waits there."""
    user = user_of(request)
    marked, accepted = events_to_mark(user), events_to_accept(user)
    rooms = waiting_for_judge(marked, user)
    desks = waiting_for_chief(accepted)
    not_found_unless(bool(rooms or desks or user.is_superuser))
    context = {"rooms": rooms, "desks": desks, "has_pin": bool(user.pin_hash)}
    return render(request, "scoring/judge/home.html", context)


@require_GET
@ensure_csrf_cookie
def judge_event(request: HttpRequest, event_id: UUID) -> HttpResponseBase:
    """Show one sheet; the page reads itself again and says 304 while nothing is new."""
    event = event_to_mark(request, event_id)
    page = judge_page(event, user_of(request), _sheet_id(request))
    if page is None:
        if request.GET.get("sheet"):
            raise Http404(_("You have no seat for this sheet."))
        return render(request, "scoring/judge/no_sheets.html", {"event": event})
    unchanged = get_conditional_response(request, etag=page.etag)
    if unchanged is not None and unchanged.status_code == NOT_MODIFIED:
        return unchanged
    context = {"event": event, "page": page, "words": judge_words()}
    response = render(request, "scoring/judge/event.html", context)
    response["ETag"] = page.etag
    response["Cache-Control"] = "private, no-store"
    return response


NOT_MODIFIED = 304


def _sheet_id(request: HttpRequest) -> UUID | None:
    asked = request.GET.get("sheet", "")
    if not asked:
        return None
    try:
        return UUID(asked)
    except ValueError:
        raise Http404(_("This is no sheet; choose one from the list.")) from None
