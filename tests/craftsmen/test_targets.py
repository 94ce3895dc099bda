"""The year's targets: counted from the register, set by document, listed."""

from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from certificates.services.titles import revoke_title
from competitions.year_figures import figures_of as tiles_of
from craftsmen.models import Indicator, Target
from craftsmen.queries.counted import counted_competitions
from craftsmen.queries.figures import figures_of
from people.enums import CredentialKind
from people.models import Credential
from tests.certificates.podiums import DECIDED_ON, award, field, grant, officer
from tests.factories import NOW, CompetitionFactory, PersonFactory, UserFactory

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 23)


@pytest.fixture
def office(client):
    client.force_login(officer())
    return client


def done(code, year=2026):
    found = {each.indicator.code: each for each in figures_of(year, TODAY)}
    return found[code].forecast.done


def hold(name="王小明", **facts):
    facts = {
        "code": "shaoxing-craftsman",
        "issued_on": date(2026, 5, 1),
        "source_key": f"test:{Credential.objects.count()}",
        **facts,
    }
    return Credential.objects.create(
        person=PersonFactory(name=name),
        kind=CredentialKind.TITLE,
        name="绍兴工匠",
        **facts,
    )


def test_the_four_figures_of_the_city_are_there():
    assert [each.name for each in Indicator.objects.order_by("position")] == [
        "市级竞赛",
        "绍兴市技术能手",
        "绍兴工匠",
        "绍兴青年工匠",
    ]


@pytest.mark.parametrize(
    ("state", "counts"),
    [
        ("planning", 0),
        ("preparation", 0),
        ("marking", 1),
        ("results", 1),
        ("closed", 1),
        ("cancelled", 0),
    ],
)
def test_a_city_competition_counts_from_marking_on(state, counts):
    CompetitionFactory(state=state)

    assert done("city-competitions") == counts


def test_other_levels_and_other_years_do_not_count():
    CompetitionFactory(state="closed", level="provincial")
    CompetitionFactory(
        state="closed", starts_on=date(2025, 12, 31), ends_on=date(2026, 1, 1)
    )

    assert done("city-competitions") == 0


def test_what_is_planned_is_the_least_that_is_foreseen():
    for _ in range(3):
        CompetitionFactory(state="preparation")

    figure = figures_of(2026, TODAY)[0]

    assert (figure.forecast.done, figure.forecast.expected) == (0, 3)


def test_a_person_counts_once_and_a_revoked_title_never():
    held = hold()
    hold(issued_on=date(2025, 5, 1))
    hold(revoked_on=date(2026, 6, 1), revocation_reason="撤销")
    Credential.objects.create(
        person=held.person,
        kind=CredentialKind.TITLE,
        code=held.code,
        name=held.name,
        issued_on=held.issued_on,
        source_key="again",
    )

    assert done("shaoxing-craftsman") == 1


def test_revoking_a_title_lowers_the_count():
    made = field(31)
    granted = grant(made, award(made).eligible)
    assert done("technical-experts") == 2

    revoke_title(
        grant=granted[0],
        reason="成绩撤销",
        revoked_on=DECIDED_ON,
        by=made.officer,
        at=NOW,
    )

    assert done("technical-experts") == 1


def test_targets_are_set_with_their_document(office):
    page = office.post(
        f"{reverse('craftsmen:targets-edit')}?year=2026",
        {
            "city-competitions": "50",
            "technical-experts": "100",
            "document_number": "绍市委办〔2026〕3号",
        },
    )

    assert page.url == f"{reverse('craftsmen:targets')}?year=2026"
    assert list(
        Target.objects.order_by("indicator__position").values_list(
            "value", "document_number"
        )
    ) == [(50, "绍市委办〔2026〕3号"), (100, "绍市委办〔2026〕3号")]


def test_targets_without_a_document_are_refused(office):
    page = office.post(reverse("craftsmen:targets-edit"), {"city-competitions": "50"})

    assert "document_number" in page.context["form"].errors
    assert Target.objects.count() == 0


def test_the_board_shows_definition_and_figure(office, django_assert_max_num_queries):
    CompetitionFactory(state="closed")

    with django_assert_max_num_queries(16):
        page = office.get(reverse("craftsmen:targets"), {"year": 2026})

    text = page.content.decode()
    for indicator in Indicator.objects.all():
        assert indicator.definition in text
    assert "style=" not in text


def test_the_list_behind_a_figure_is_what_is_counted(office):
    shown = CompetitionFactory(state="closed", name="=HYPERLINK(“x”) A<B & C")
    CompetitionFactory(state="planning", name="未到评分")

    page = office.get(reverse("craftsmen:indicator", args=("city-competitions",)))
    file = office.get(
        reverse("craftsmen:indicator-export", args=("city-competitions",))
    )

    assert list(page.context["page"]) == [shown]
    sheet = load_workbook(BytesIO(file.content)).active
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == [shown.name]
    assert sheet["A2"].data_type == "s"
    indicator = Indicator.objects.get(code="city-competitions")
    assert counted_competitions(indicator, 2026).count() == 1


def test_persons_behind_a_figure_are_listed(office):
    hold("𬭎·A<B & C")

    page = office.get(reverse("craftsmen:indicator", args=("shaoxing-craftsman",)))

    assert "𬭎·A&lt;B &amp; C" in page.content.decode()


@pytest.mark.parametrize("year", ["abc", "1", "99999", "²"])
def test_a_year_that_is_none_is_not_found(office, year):
    assert office.get(reverse("craftsmen:targets"), {"year": year}).status_code == 404


def test_who_holds_no_role_finds_no_board(client):
    client.force_login(UserFactory())

    for name in ("targets", "targets-edit"):
        assert client.get(reverse(f"craftsmen:{name}")).status_code == 404
    assert tiles_of(UserFactory(), 2026) == []


def test_the_year_has_a_tile_for_each_figure():
    assert [tile.label for tile in tiles_of(officer(), 2026)] == [
        each.display_name for each in Indicator.objects.order_by("position")
    ]
