"""Server time and statements of pages, against a bare Django view in this process."""

from collections.abc import Iterator

from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import path

from benchmarks.measure import Row, median_milliseconds
from people.models import User

MOST_STATEMENTS = 12
# A whole page beside an empty answer that passes the same middleware.
MOST_TIMES_SLOWER = 60.0


@login_not_required
def bare(request: HttpRequest) -> HttpResponse:
    """Answer with nothing, as fast as Django can."""
    return HttpResponse()


urlpatterns = [path("bare/", bare)]


def sign_in() -> Iterator[Row]:
    """Measure the page every user sees first."""
    yield from page("pages.signin", "/account/sign-in/", user=None)


def page(name: str, address: str, *, user: User | None) -> Iterator[Row]:
    """Yield the server time of a page and the statements it takes."""
    client = Client()
    if user:
        client.force_login(user)
    with CaptureQueriesContext(connection) as statements:
        answer = client.get(address)
    if answer.status_code != 200:  # noqa: PLR2004  # an error page is no measurement
        raise SystemExit(f"{name}: {address} answered {answer.status_code}.")
    yield Row(
        id=name,
        figure=median_milliseconds(lambda: client.get(address)),
        unit="ms",
        reference=reference(),
        bar=MOST_TIMES_SLOWER,
    )
    yield Row(
        id=f"{name}.statements",
        figure=len(statements),
        unit="statements",
        reference=MOST_STATEMENTS,
        bar=1.0,
    )


def reference() -> float:
    """Return the time of a bare view behind the same middleware."""
    with override_settings(ROOT_URLCONF=__name__):
        client = Client()
        return median_milliseconds(lambda: client.get("/bare/"), times=50)
