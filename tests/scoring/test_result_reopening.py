"""Ways back: results that are sent back, and scores corrected after publication."""

from decimal import Decimal

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from competitions.services.refusal import Refusal
from scoring import result_dependants
from scoring.enums import ResultState
from scoring.models import ResultList
from scoring.result_dependants import Dependant
from scoring.services.component_scores import ScoresFixed, record_component_scores
from scoring.services.reopening import reopen_scores, send_back
from scoring.services.result_trail import WrongState
from scoring.services.results import check_results, publish_results
from tests.factories import NOW, UserFactory
from tests.scoring.contests import (
    chief_judge_of,
    contest,
    organiser_of,
    prepared,
    published,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    return contest(("90", "90"), ("80", "80"))


@pytest.fixture
def sign_in(client):
    def enter(user):
        client.force_login(user)
        client.cookies["django_language"] = "en"
        return client

    return enter


@pytest.fixture
def certificate(monkeypatch):
    """Something that hangs on the published result of every event."""
    found = Dependant("1 certificate was issued.", "Look at it", "/office/")
    monkeypatch.setattr(result_dependants, "_sources", [lambda _event_id: [found]])


def correct(event, mark):
    """Correct the theory of the first entry."""
    record_component_scores(
        component=event.stages.get().components.get(code="T"),
        marks={event.entries.get(number=1): Decimal(mark)},
        by=UserFactory(),
        at=NOW,
    )


def checked(event):
    return check_results(result_list=prepared(event), by=UserFactory(), at=NOW)


def returned(result_list, reason="理论成绩录错"):
    return send_back(result_list=result_list, reason=reason, by=UserFactory(), at=NOW)


def reopened(result_list, reason="申诉成立"):
    return reopen_scores(
        result_list=result_list, reason=reason, by=UserFactory(), at=NOW
    )


def states(event):
    return [
        (each.version, each.state, each.reason)
        for each in ResultList.objects.filter(event=event).order_by("version")
    ]


def url(name, result_list):
    return reverse(f"scoring:{name}", args=[result_list.pk])


def words(response):
    return response.content.decode()


@pytest.mark.parametrize("make", [prepared, checked])
def test_a_result_that_was_sent_back_is_corrected_and_prepared_again(event, make):
    returned(make(event))
    correct(event, "91")
    prepared(event)

    assert states(event) == [
        (1, ResultState.RETURNED, ""),
        (2, ResultState.PROVISIONAL, ""),
    ]
    told = AuditEvent.objects.get(action="results.sent_back").payload
    assert (told["version"], told["reason"]) == (1, "理论成绩录错")


def test_a_result_is_not_sent_back_without_a_reason_nor_twice(event):
    result_list = prepared(event)

    with pytest.raises(Refusal):
        returned(result_list, reason=" ")
    returned(result_list)
    with pytest.raises(WrongState):
        returned(result_list)
    with pytest.raises(WrongState):
        check_results(result_list=result_list, by=UserFactory(), at=NOW)


def test_a_published_result_is_not_sent_back(event):
    with pytest.raises(WrongState):
        returned(published(event))


def test_the_next_version_carries_the_correction_and_its_reason(event):
    first = published(event)
    reopened(first)
    correct(event, "50")
    second = prepared(event)
    check_results(result_list=second, by=UserFactory(), at=NOW)
    publish_results(result_list=second, by=UserFactory(), at=NOW)

    assert states(event) == [
        (1, ResultState.SUPERSEDED, ""),
        (2, ResultState.PUBLISHED, "申诉成立"),
    ]
    assert str(second.results.get(entry__number=1).total) == "82.00"
    with pytest.raises(ScoresFixed):
        correct(event, "51")


def test_opening_scores_leaves_the_published_result_as_it_is(event):
    first = published(event)

    reopened(first)

    first.refresh_from_db()
    assert first.state == ResultState.PUBLISHED
    told = AuditEvent.objects.get(action="results.reopened").payload
    assert (told["version"], told["reason"]) == (1, "申诉成立")


def test_scores_are_opened_once_and_only_behind_the_newest_version(event):
    first = published(event)
    reopened(first)

    with pytest.raises(WrongState):
        reopened(first)
    with pytest.raises(WrongState):
        reopened(prepared(event))


def test_the_checker_sends_back_and_the_preparer_reads_why(event, sign_in):
    organiser = organiser_of(event)
    result_list = prepared(event, by=organiser)
    client = sign_in(chief_judge_of(event))
    client.post(url("result-send-back", result_list), {"reason": "2 号扣分漏录"})

    page = words(sign_in(organiser).get(url("result-list", result_list)))

    assert "sent this version back: 2 号扣分漏录" in page
    assert reverse("scoring:component-scores", args=[event.pk]) in page


def test_sending_back_asks_for_a_reason(event, sign_in):
    result_list = prepared(event)

    answer = sign_in(chief_judge_of(event)).post(
        url("result-send-back", result_list), {"reason": " "}
    )

    assert answer.status_code == 422
    assert "Say what has to be mended." in words(answer)
    assert states(event) == [(1, ResultState.PROVISIONAL, "")]


def test_the_chief_judge_does_not_open_published_scores(event, sign_in):
    client = sign_in(chief_judge_of(event))
    assert client.get(url("scores-reopen", published(event))).status_code == 404


def test_the_organiser_opens_scores_from_where_they_are_locked(event, sign_in):
    client = sign_in(organiser_of(event))
    first = published(event)
    scores = reverse("scoring:component-scores", args=[event.pk])

    locked = words(client.get(scores))
    answer = client.post(url("scores-reopen", first), {"reason": "申诉成立"})
    results = words(client.get(reverse("scoring:result-lists", args=[event.pk])))

    assert url("scores-reopen", first) in locked
    assert answer.url == scores
    assert "stay as they are" not in words(client.get(scores))
    assert 'value="申诉成立"' in results


@pytest.mark.usefixtures("certificate")
def test_publishing_warns_of_what_hangs_on_the_version_before(event, sign_in):
    published(event)
    second = prepared(event, reason="申诉成立")
    check_results(result_list=second, by=UserFactory(), at=NOW)

    page = words(sign_in(organiser_of(event)).get(url("result-publish", second)))

    assert "1 certificate was issued." in page
