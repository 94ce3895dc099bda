"""The board of the year's targets, and the rows behind each figure."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from competitions.exports.sheet import CONTENT_TYPE
from competitions.views.signed_in import user_of
from craftsmen.enums import IndicatorSource
from craftsmen.exports import indicator_workbook
from craftsmen.forms import TargetsForm
from craftsmen.models import Indicator, Target
from craftsmen.permissions import can_edit_targets, can_see_targets
from craftsmen.queries.counted import counted_competitions, counted_credentials
from craftsmen.queries.figures import figures_of, years_with_figures
from craftsmen.services.targets import set_targets
from people.access import not_found_unless

PAGE_SIZE = 50
_EARLIEST, _LATEST = 2000, 2100


@require_safe
def targets(request: HttpRequest) -> HttpResponse:
    """Show how far the year has come, against its targets."""
    not_found_unless(can_see_targets(request.user))
    today = timezone.localdate()
    year = _year(request)
    context = {
        "year": year,
        "today": today,
        "years": years_with_figures(today),
        "figures": figures_of(year, today),
        "can_edit": can_edit_targets(request.user),
    }
    return render(request, "craftsmen/targets.html", context)


@require_safe
def indicator_rows(request: HttpRequest, code: str) -> HttpResponse:
    """Show the rows that a figure counts."""
    not_found_unless(can_see_targets(request.user))
    indicator = get_object_or_404(Indicator, code=code)
    year = _year(request)
    is_competitions = indicator.source == IndicatorSource.COMPETITIONS
    rows = (
        counted_competitions(indicator, year)
        if is_competitions
        else counted_credentials(indicator, year)
    )
    context = {
        "indicator": indicator,
        "year": year,
        "is_competitions": is_competitions,
        "page": Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page")),
    }
    return render(request, "craftsmen/indicator.html", context)


@require_safe
def indicator_export(request: HttpRequest, code: str) -> HttpResponse:
    """Hand out the rows that a figure counts as an xlsx file."""
    not_found_unless(can_see_targets(request.user))
    indicator = get_object_or_404(Indicator, code=code)
    year = _year(request)
    name = f"{indicator.code}-{year}.xlsx"
    return HttpResponse(
        indicator_workbook(indicator, year),
        content_type=CONTENT_TYPE,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def targets_edit(request: HttpRequest) -> HttpResponse:
    """Set the targets of a year by document."""
    not_found_unless(can_edit_targets(request.user))
    year = _year(request)
    form = TargetsForm(
        request.POST or None,
        list(Indicator.objects.order_by("position")),
        {each.indicator_id: each for each in Target.objects.filter(year=year)},
    )
    if request.method == "POST" and form.is_valid():
        set_targets(
            year=year, lines=form.lines(), by=user_of(request), at=timezone.now()
        )
        messages.success(request, _("The targets are saved."))
        return redirect(f"{reverse('craftsmen:targets')}?year={year}")
    return render(request, "craftsmen/targets_edit.html", {"form": form, "year": year})


def _year(request: HttpRequest) -> int:
    asked = request.GET.get("year", "")
    if not asked:
        return timezone.localdate().year
    if not (asked.isascii() and asked.isdigit()):
        raise Http404
    year = int(asked)
    not_found_unless(_EARLIEST <= year <= _LATEST)
    return year
