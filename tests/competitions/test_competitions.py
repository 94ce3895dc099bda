"""Creating competitions, keeping them right, and ordering their hosts."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import ValidationError

from audit.queries import latest
from audit.streams import competition_stream
from audit.wording import sentence
from competitions import signals
from competitions.enums import CompetitionState, HostKind
from competitions.forms.events import Parts, final_of
from competitions.models import Competition, CompetitionHost, Event
from competitions.services.competitions import (
    ChangedMeanwhile,
    CompetitionDetails,
    HostLine,
    create_competition,
    save_competition,
    set_hosts,
    update_competition,
)
from competitions.services.events import EventDetails
from tests.factories import (
    NOW,
    CompetitionFactory,
    OccupationFactory,
    OrganisationFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

DETAILS = CompetitionDetails(
    name='大赛 A<B & C =HYPERLINK("x")',
    level="city",
    competition_class="first",
    starts_on=date(2026, 11, 24),
    ends_on=date(2026, 11, 26),
    place="示例技师学院",
)


def sentences(competition):
    found = latest([competition_stream(competition.pk)], 20)
    return [sentence(event) for event in reversed(found)]


def test_a_competition_is_created_with_hosts_events_and_its_history():
    host, organiser = OrganisationFactory(name="市总工会"), OrganisationFactory()
    occupation = OccupationFactory()

    competition = create_competition(
        details=DETAILS,
        hosts=[HostLine("host", host), HostLine("organiser", organiser)],
        events=[
            EventDetails(
                name="车工",
                occupation=occupation,
                stages=(final_of(Parts.THIRTY_SEVENTY),),
            )
        ],
        by=UserFactory(),
        at=NOW,
    )

    assert competition.state == CompetitionState.PLANNING
    assert [(h.kind, h.position) for h in competition.hosts.order_by("pk")] == [
        ("host", 1),
        ("organiser", 1),
    ]
    event = competition.events.get()
    weights = event.stages.get().components.order_by("position")
    assert [str(component.weight) for component in weights] == ["30.00", "70.00"]
    assert sentences(competition)[0].endswith(DETAILS.name)
    assert len(sentences(competition)) == 3


def test_a_wrong_event_leaves_no_half_competition():
    nowhere = EventDetails(name="车工")

    with pytest.raises(ValidationError) as refused:
        create_competition(details=DETAILS, events=[nowhere], by=UserFactory(), at=NOW)

    assert refused.value.messages == ["请填写职业编码或世界技能大赛项目编号。"]
    assert (Competition.objects.count(), Event.objects.count()) == (0, 0)


def test_days_in_the_wrong_order_are_refused():
    wrong = replace(DETAILS, ends_on=date(2026, 11, 23))

    with pytest.raises(ValidationError) as refused:
        create_competition(details=wrong, by=UserFactory(), at=NOW)

    assert refused.value.messages == ["结束日期早于开始日期。"]


def test_a_change_counts_up_and_tells_the_apps_above_after_commit(
    django_capture_on_commit_callbacks,
):
    competition = CompetitionFactory()
    told = []

    def receive(sender, competition_id, **kwargs):
        told.append(competition_id)

    signals.competition_changed.connect(receive)
    with django_capture_on_commit_callbacks(execute=True):
        changed = update_competition(
            competition=competition,
            version=1,
            details=DETAILS,
            by=UserFactory(),
            at=NOW,
        )
        assert told == []
    signals.competition_changed.disconnect(receive)

    assert (changed.name, changed.version) == (DETAILS.name, 2)
    assert told == [competition.pk]


def test_a_stale_page_saves_nothing():
    competition = CompetitionFactory(version=3, name="旧名")

    with pytest.raises(ChangedMeanwhile) as refused:
        update_competition(
            competition=competition,
            version=2,
            details=DETAILS,
            by=UserFactory(),
            at=NOW,
        )

    competition.refresh_from_db()
    assert competition.name == "旧名"
    assert str(refused.value).startswith("您编辑期间")


def test_nothing_changed_leaves_no_trace():
    competition = CompetitionFactory(place=DETAILS.place)
    same = replace(DETAILS, name=competition.name, name_en="", document_number="")

    update_competition(
        competition=competition, version=1, details=same, by=UserFactory(), at=NOW
    )

    assert sentences(competition) == []


def test_hosts_are_replaced_in_the_order_given():
    competition = CompetitionFactory()
    first, second = OrganisationFactory(), OrganisationFactory()
    by = UserFactory()

    for order in ([first, second], [second, first]):
        lines = [HostLine(HostKind.HOST, unit) for unit in order]
        set_hosts(competition=competition, hosts=lines, by=by, at=NOW)

    hosts = CompetitionHost.objects.order_by("position")
    assert [host.organisation for host in hosts] == [second, first]


def test_a_unit_stands_once_in_a_part():
    unit = OrganisationFactory(name="市总工会")
    lines = [HostLine(HostKind.HOST, unit)] * 2

    with pytest.raises(ValidationError) as refused:
        set_hosts(
            competition=CompetitionFactory(), hosts=lines, by=UserFactory(), at=NOW
        )

    assert refused.value.messages == ["市总工会在同一分工中出现了两次，请只保留一行。"]


def test_hosts_and_details_are_saved_together_or_not_at_all():
    competition = CompetitionFactory(name="旧名")
    unit = OrganisationFactory()

    with pytest.raises(ValidationError):
        save_competition(
            competition=competition,
            version=1,
            details=DETAILS,
            hosts=[HostLine("host", unit)] * 2,
            by=UserFactory(),
            at=NOW,
        )

    competition.refresh_from_db()
    assert (competition.name, competition.version) == ("旧名", 1)
