"""The pages on which draws are committed, made and voided, and the signed record."""

from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from competitions.enums import DrawKind, DrawState
from competitions.models import BlindCode, Competition, Draw, Entry
from tests.competitions.appointing import entry_of, event_with_entries, office
from tests.factories import EntryFactory, EventFactory, RoleAssignmentFactory

pytestmark = pytest.mark.django_db
SOURCE = "上证指数 2026-11-24 收盘点位"


@pytest.fixture
def event():
    return event_with_entries(4)


@pytest.fixture
def organiser(event, client):
    user = office(event)
    client.force_login(user)
    return user


def words(response):
    return response.content.decode()


def url(name, *args):
    return reverse(f"competitions:{name}", args=args)


def commit(client, event, kind=DrawKind.ENTRY_NUMBER):
    data = {"kind": kind, "public_value_source": SOURCE}
    assert client.post(url("draw-commit", event.pk), data).status_code == 302
    return Draw.objects.get(event=event, kind=kind, state=DrawState.COMMITTED)


def run(client, draw):
    data = {"public_value": "3501.28", "witnesses": "章公证"}
    assert client.post(url("draw-run", draw.pk), data).status_code == 302
    draw.refresh_from_db()
    return draw


def test_pages_do_not_exist_for_those_who_may_not_draw(event, organiser, client):
    draw = run(client, commit(client, event))
    pages = [
        url("draw-list", event.pk),
        url("draw-commit", event.pk),
        url("draw-run", draw.pk),
        url("draw-void", draw.pk),
        url("draw-record", draw.pk),
    ]
    strangers = [
        RoleAssignmentFactory(role__code="judge", event=event).user,
        RoleAssignmentFactory(role__code="chief-judge", event=event).user,
        office(EventFactory()),
    ]
    for stranger in strangers:
        client.force_login(stranger)
        assert [client.get(page).status_code for page in pages] == [404] * 5
        assert [client.post(page).status_code for page in pages[1:4]] == [404] * 3


def test_draw_goes_from_commitment_to_numbers(event, organiser, client):
    draw = commit(client, event)
    waiting = words(client.get(url("draw-list", event.pk)))
    assert draw.commitment in waiting
    assert draw.secret not in waiting
    run(client, draw)
    page = words(client.get(url("draw-list", event.pk)))
    assert [f">{number}</th>" in page for number in (1, 2, 3, 4, 5)] == [
        True,
        True,
        True,
        True,
        False,
    ]


def test_codes_stand_on_no_page_of_the_office(event, organiser, client):
    run(client, commit(client, event))
    codes = list(BlindCode.objects.values_list("code", flat=True))
    pages = [
        url("draw-list", event.pk),
        url("panel-list", event.pk),
        url("event-detail", event.pk),
        url("competition-detail", event.competition_id),
    ]
    shown = "".join(words(client.get(page)) for page in pages)
    assert len(codes) == 4
    assert [code for code in codes if code in shown] == []


def test_refusals_stand_above_the_form(organiser, client, event):
    commit(client, event)
    again = client.post(
        url("draw-commit", event.pk),
        {"kind": DrawKind.ENTRY_NUMBER, "public_value_source": SOURCE},
    )
    assert "已有同类抽签；请先作废。" in words(again)
    no_stations = client.post(
        url("draw-commit", event.pk),
        {"kind": DrawKind.STATION, "public_value_source": SOURCE},
    )
    assert "请先将工位数增加到至少 4 个" in words(no_stations)
    assert Draw.objects.count() == 1


@pytest.mark.parametrize(
    ("state", "warns"), [("registration", True), ("preparation", False)]
)
def test_early_commitment_is_warned_of(event, organiser, client, state, warns):
    Competition.objects.filter(pk=event.competition_id).update(state=state)

    page = words(client.get(url("draw-commit", event.pk)))

    assert ("此后审核通过的报名不参加本次抽签" in page) is warns


def test_entries_that_wait_are_told_of_before_the_commitment(event, organiser, client):
    EntryFactory(event=event, state="submitted")

    page = words(client.get(url("draw-commit", event.pk)))

    assert "还有 1 份报名待审核，不参加本次抽签" in " ".join(page.split())


def test_approval_after_the_commitment_is_warned_of(event, organiser, client):
    late = entry_of(event)
    Entry.objects.filter(pk=late.pk).update(state="submitted")
    commit(client, event)

    page = client.post(
        url("entries-approve", event.pk), {"entry": [late.pk]}, follow=True
    )

    assert "请作废后重新抽签，否则这些报名没有编号" in words(page)


def test_voided_draw_is_listed_struck_through_with_its_reason(event, organiser, client):
    draw = run(client, commit(client, event))
    client.post(url("draw-void", draw.pk), {"reason": "数值 A<B & C 录入有误"})
    page = words(client.get(url("draw-list", event.pk)))
    assert f"<s>{SOURCE}</s>" in page
    assert "数值 A&lt;B &amp; C 录入有误" in page
    assert commit(client, event).pk != draw.pk


def test_record_to_sign_names_everything_that_decides(event, organiser, client):
    draw = commit(client, event)
    assert client.get(url("draw-record", draw.pk)).status_code == 404
    run(client, draw)
    answer = client.get(url("draw-record", draw.pk))
    assert answer["Content-Type"] == "application/pdf"
    pages = PdfReader(BytesIO(answer.content)).pages
    text = "".join("".join(page.extract_text().split()) for page in pages)
    wanted = [draw.commitment, draw.seed, "3501.28", "章公证", "选手0", "选手3"]
    assert [each for each in wanted if each not in text] == []
    assert draw.secret in text


@pytest.mark.parametrize("number", [2, 5])
def test_list_takes_the_same_statements_however_long(
    client, django_assert_num_queries, number
):
    event = event_with_entries(number)
    client.force_login(office(event))
    run(client, commit(client, event))
    with django_assert_num_queries(9):
        client.get(url("draw-list", event.pk))
