"""The chief judge opens what a panel has laid open, before anybody signs."""

from decimal import Decimal

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from competitions.services.refusal import Refusal
from scoring.enums import SheetState
from scoring.models import Reveal, Sheet, Tally
from scoring.services.score_again import score_again
from tests.factories import NOW, RoleAssignmentFactory, UserFactory
from tests.scoring.halls import build_hall, judged, measured

pytestmark = pytest.mark.django_db


@pytest.fixture
def hall():
    """One judgement of three judges, laid open: 2, 2 and 3 of 3."""
    hall = build_hall(judged("3.00"))
    hall.mark_all("2", "2", "3")
    return hall


def reopen(hall, reason="3 号席看错了图纸", **changes):
    score_again(
        sheet=hall.sheet(),
        aspect=hall.aspect(),
        reason=reason,
        by=UserFactory(),
        at=NOW,
        **changes,
    )


def rounds(hall):
    return [
        (each.round, [score["value"] for score in each.scores], each.needs_rescore)
        for each in Reveal.objects.filter(sheet=hall.sheet()).order_by("round")
    ]


def test_the_panel_scores_again_and_the_earlier_scores_stay(hall):
    reopen(hall)
    opened = hall.sheet()
    answers = [
        hall.mark(seat, value, base_version=1)
        for seat, value in enumerate(("1", "1", "2"), start=1)
    ]

    assert (opened.state, opened.mark) == (SheetState.DRAFT, Decimal("0.00"))
    assert [int(answer.status) for answer in answers] == [200] * 3
    assert rounds(hall) == [(1, ["2", "2", "3"], True), (2, ["1", "1", "2"], False)]
    assert hall.sheet().mark == Decimal("1.33")
    assert Tally.objects.get(entry=hall.entries[0]).total == Decimal("1.33")


def test_the_log_keeps_who_opened_what_and_why(hall):
    reopen(hall)

    told = AuditEvent.objects.get(action="marks.reopened").payload
    assert (told["round"], told["mark"], told["reason"]) == (
        1,
        "2.33",
        "3 号席看错了图纸",
    )
    assert [score["value"] for score in told["scores"]] == ["2", "2", "3"]


def test_nothing_is_opened_without_a_reason(hall):
    with pytest.raises(Refusal):
        reopen(hall, reason=" ")

    assert rounds(hall) == [(1, ["2", "2", "3"], False)]


def test_nothing_is_opened_before_it_is_laid_open_nor_twice(hall):
    reopen(hall)
    with pytest.raises(Refusal):
        reopen(hall)

    fresh = build_hall(judged("3.00"))
    with pytest.raises(Refusal):
        reopen(fresh)


def test_nothing_is_opened_on_a_signed_sheet(hall):
    Sheet.objects.filter(pk=hall.sheet().pk).update(state=SheetState.SIGNED)

    with pytest.raises(Refusal):
        reopen(hall)


def test_the_chief_judge_opens_an_aspect_from_the_matrix(client, hall):
    chief = RoleAssignmentFactory(role__code="chief-judge", event=hall.event).user
    client.force_login(chief)
    client.cookies["django_language"] = "en"
    sheet = reverse("scoring:sheet-laid-open", args=(hall.sheet().pk,))
    again = reverse(
        "scoring:aspect-score-again", args=(hall.sheet().pk, hall.aspect().pk)
    )

    matrix = client.get(reverse("scoring:marking-progress", args=(hall.event.pk,)))
    before = client.get(sheet).content.decode()
    empty = client.post(again, {"reason": ""})
    after = client.post(again, {"reason": "看错图纸"}, follow=True).content.decode()

    assert sheet in matrix.content.decode()
    assert again in before
    assert "Say why the panel has to score again." in empty.content.decode()
    assert "scored again: 看错图纸" in after
    assert again not in after


def test_a_score_that_is_not_laid_open_stays_hidden(client):
    hall = build_hall(judged("3.00"))
    hall.mark(1, "3")
    chief = RoleAssignmentFactory(role__code="chief-judge", event=hall.event).user
    client.force_login(chief)

    page = client.get(reverse("scoring:sheet-laid-open", args=(hall.sheet().pk,)))

    assert [each.rounds for each in page.context["page"].aspects] == [[]]
    assert [each.mark for each in page.context["page"].aspects] == [None]


@pytest.mark.parametrize("role", ["judge", "organiser"])
def test_others_do_not_find_the_sheet(client, hall, role):
    place = (
        {"event": hall.event}
        if role == "judge"
        else {"competition": hall.event.competition}
    )
    client.force_login(RoleAssignmentFactory(role__code=role, **place).user)

    address = reverse("scoring:sheet-laid-open", args=(hall.sheet().pk,))
    assert client.get(address).status_code == 404


def test_what_was_measured_reads_as_the_judge_chose_it(client):
    hall = build_hall(measured("3.00"))
    hall.mark(1, "1")
    chief = RoleAssignmentFactory(role__code="chief-judge", event=hall.event).user
    client.force_login(chief)

    page = client.get(reverse("scoring:sheet-laid-open", args=(hall.sheet().pk,)))

    assert [each.agreed for each in page.context["page"].aspects] == ["是"]
