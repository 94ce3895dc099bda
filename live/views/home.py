"""The public pages: what is on, what was decided; all from published snapshots."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django_tables2 import RequestConfig

from live.enums import PublicationKind
from live.filters import PublicCompetitionFilter
from live.queries.public_pages import front_page, public_competitions
from live.queries.publications import published, published_draws
from live.tables import PublicCompetitionTable
from live.views.caching import public_page

# Read on phones: a page that is soon there and soon at its end.
PAGE_SIZE = 25


@public_page
def home(request: HttpRequest) -> HttpResponse:
    """Show what is live now, what comes next and the latest results."""
    return render(request, "live/home.html", {"front": front_page()})


@public_page
def competitions(request: HttpRequest) -> HttpResponse:
    """Show every published competition, narrowed as asked."""
    found = PublicCompetitionFilter(request.GET, queryset=public_competitions())
    table = PublicCompetitionTable(found.qs)
    RequestConfig(request, paginate={"per_page": PAGE_SIZE}).configure(table)
    context = {
        "table": table,
        "form": found.form,
        "is_narrowed": any(request.GET.get(name) for name in found.filters),
    }
    return render(request, "live/competitions.html", context)


@public_page
def competition(request: HttpRequest, competition_id: UUID) -> HttpResponse:
    """Show a competition and the boards, draws and results of its events."""
    publication = published(PublicationKind.COMPETITION, competition_id)
    if publication is None:
        raise Http404
    context = {
        "competition": publication.content,
        "key": competition_id,
        "draws": [draw.content for draw in published_draws(competition_id)],
    }
    return render(request, "live/competition.html", context)


@public_page
def results(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Show the official result of an event."""
    publication = published(PublicationKind.RESULTS, event_id)
    if publication is None:
        raise Http404
    return render(request, "live/results.html", {"results": publication.content})
