"""Carries a competition of the demo from its scores to titles and certificates."""

from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from random import Random

from certificates.models import Award, TitleGrant
from certificates.services.awards import make_awards
from certificates.services.certificates import issue_certificates
from certificates.services.titles import grant_titles
from competitions.enums import EntryAttendance
from competitions.models import Component, Entry, Event
from scoring.models import ResultList
from scoring.services.attendance import Attendance, set_attendance
from scoring.services.component_scores import record_component_scores
from scoring.services.results import check_results, prepare_results, publish_results
from yuejiang.demo.cast import Cast
from yuejiang.demo.year import Plan


def score(event: Event, cast: Cast, random: Random, at: datetime) -> None:
    """Give every entry its marks in theory and practice; one entry stays away."""
    entries = list(Entry.objects.filter(event=event).order_by("number"))
    absent = entries.pop()
    set_attendance(
        entry=absent,
        attendance=Attendance(EntryAttendance.ABSENT),
        reason="未到场",
        by=cast.officer,
        at=at,
    )
    for component in Component.objects.filter(stage__event=event):
        record_component_scores(
            component=component,
            marks={entry: _mark(random) for entry in entries},
            by=cast.officer,
            at=at,
        )


def publish(event: Event, cast: Cast, at: datetime) -> ResultList:
    """Prepare, check and publish the result; two people do it."""
    prepared = prepare_results(event=event, by=cast.officer, at=at)
    later = at + timedelta(hours=2)
    check_results(result_list=prepared, by=cast.accounts["checker"], at=later)
    return publish_results(
        result_list=prepared, by=cast.officer, at=later + timedelta(hours=1)
    )


def honour(event: Event, result_list: ResultList, cast: Cast, at: datetime) -> None:
    """Give awards with their certificates, as the policy of the event says."""
    make_awards(result_list=result_list, by=cast.officer, at=at)
    issue_certificates(
        awards=list(Award.objects.filter(result_list=result_list)),
        issued_on=at.date(),
        by=cast.officer,
        at=at,
    )


def name_craftsmen(
    event: Event, result_list: ResultList, cast: Cast, serial: int, at: datetime
) -> None:
    """Grant the titles by a decision document, and issue their certificates."""
    eligible = list(TitleGrant.objects.filter(result_list=result_list))
    if not eligible:
        return
    grant_titles(
        grants=eligible,
        document_number=f"绍市人社发〔{at.year}〕{serial}号（示例）",
        document_title=f"关于授予{event.name}竞赛优胜者“绍兴市技术能手”称号的决定",
        granted_on=at.date(),
        by=cast.officer,
        at=at,
    )
    issue_certificates(grants=eligible, issued_on=at.date(), by=cast.officer, at=at)


def moment(plan: Plan, days: int) -> datetime:
    """Return ten in the morning in Shaoxing, some days after a competition's end."""
    return datetime.combine(
        plan.ends_on + timedelta(days=days), time(hour=2), tzinfo=UTC
    )


def _mark(random: Random) -> Decimal:
    """Draw a mark around 74, between 35 and 99, in steps of a quarter."""
    mark = min(99.0, max(35.0, random.gauss(74, 10)))
    return Decimal(round(mark * 4)) / 4
