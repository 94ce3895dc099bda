"""Server time and statements of pages, against a bare Django view in this process."""

from collections.abc import Iterator

from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import path, reverse

from benchmarks.measure import Row, median_milliseconds, worst
from competitions.models import Event
from people.models import User
from yuejiang import urls as served

# A list may take a dozen statements; a desk is two lists, as far as time is concerned.
MOST_STATEMENTS = 12
LIST, DESK = 1, 2
# A whole page beside an empty answer that passes the same middleware; a list of fifty
# rows beside the same frame without a list.
BARE, FRAME, PUBLIC_FRAME = "/bare/", "/frame/", "/public-frame/"
MOST_TIMES_SLOWER = {BARE: 100.0, FRAME: 30.0, PUBLIC_FRAME: 30.0}


@login_not_required
def bare(request: HttpRequest) -> HttpResponse:
    """Answer with nothing, as fast as Django can."""
    return HttpResponse()


def frame(request: HttpRequest) -> HttpResponse:
    """Show the office's menu around nothing, to somebody signed in."""
    return render(request, "base_office.html")


@login_not_required
def public_frame(request: HttpRequest) -> HttpResponse:
    """Show what stands around every public page."""
    return render(request, "base_public.html")


# Behind these the frames find the addresses of their menus.
urlpatterns = [
    path(BARE[1:], bare),
    path(FRAME[1:], frame),
    path(PUBLIC_FRAME[1:], public_frame),
    *served.urlpatterns,
]

OFFICE_LISTS = (
    "competitions:competition-list",
    "competitions:judge-list",
    "people:person-list",
    "people:organisation-list",
    "certificates:policy-list",
    "certificates:title-list",
    "certificates:certificate-list",
    "audit",
)
EVENT_LISTS = (
    "competitions:entry-list",
    "competitions:draw-list",
    "scoring:scheme-list",
)
ADMINISTRATOR_LISTS = ("competitions:role-assignments",)
PUBLIC_LISTS = ("live:home", "live:competitions")
# Several lists on one page, each with what is still missing in it, and the statements
# it takes today: one more has to be meant.
EVENT_DESKS = {
    "competitions:panel-list": 13,
    "scoring:marking-progress": 19,
    "scoring:result-lists": 18,
}


def sign_in() -> Iterator[Row]:
    """Measure the page every user sees first."""
    yield from page("pages.signin", "/account/sign-in/", user=None, beside=BARE)


def lists_and_desks() -> Iterator[Row]:
    """Measure every page with a list, and say how the worst of the lists fares."""
    event = _largest_event()
    officer = User.objects.get(username="officer")
    measured = list(_lists(event, officer))
    yield from measured
    yield worst("pages.lists", (row for row in measured if row.unit == "ms"))
    for name, most in EVENT_DESKS.items():
        yield from page(
            f"pages.desks.{name.rpartition(':')[2]}",
            reverse(name, kwargs={"event_id": event.pk}),
            user=officer,
            beside=FRAME,
            size=DESK,
            most=most,
        )


def _lists(event: Event, officer: User) -> Iterator[Row]:
    administrator = User.objects.get(username="admin")
    kwargs = {"event_id": event.pk}
    asked: list[tuple[str, str, User | None]] = [
        *((name, reverse(name), officer) for name in OFFICE_LISTS),
        *((name, reverse(name, kwargs=kwargs), officer) for name in EVENT_LISTS),
        *((name, reverse(name), administrator) for name in ADMINISTRATOR_LISTS),
        *((name, reverse(name), None) for name in PUBLIC_LISTS),
    ]
    for name, address, user in asked:
        beside = FRAME if user else PUBLIC_FRAME
        short = name.rpartition(":")[2]
        yield from page(f"pages.lists.{short}", address, user=user, beside=beside)


def _largest_event() -> Event:
    return (
        Event.objects.filter(entries__sheets__isnull=False)
        .annotate(size=Count("entries", distinct=True))
        .order_by("-size", "pk")[0]
    )


def page(
    name: str,
    address: str,
    *,
    user: User | None,
    beside: str,
    size: int = LIST,
    most: int = MOST_STATEMENTS,
) -> Iterator[Row]:
    """Yield the server time of a page, beside a smaller one, and its statements."""
    client = Client()
    if user:
        client.force_login(user)
    with CaptureQueriesContext(connection) as statements:
        answer = client.get(address)
    counted = len(statements)
    if answer.status_code != 200:  # noqa: PLR2004  # an error page is no measurement
        raise SystemExit(f"{name}: {address} answered {answer.status_code}.")
    with override_settings(ROOT_URLCONF=__name__):
        figure, reference = median_milliseconds(
            lambda: client.get(address), lambda: client.get(beside)
        )
    yield Row(
        id=name,
        figure=figure,
        unit="ms",
        reference=reference,
        bar=size * MOST_TIMES_SLOWER[beside],
    )
    yield Row(
        id=f"{name}.statements",
        figure=counted,
        unit="statements",
        reference=most,
        bar=1.0,
    )
