"""Panels and their seats: who sits where, and what seats bring and take."""

import pytest
from django.core.exceptions import ValidationError

from audit.models import AuditEvent
from audit.streams import event_stream
from competitions import marked_seats
from competitions.enums import Capability, MeasurementPart, SeatKind
from competitions.marked_seats import MarkedSeat
from competitions.models import PanelSeat, RoleAssignment
from competitions.permissions import has_capability
from competitions.services.appointments import (
    NewJudge,
    appoint_chief_judge,
    dismiss_chief_judge,
    open_judge_account,
)
from competitions.services.panels import (
    AlreadySeated,
    PanelHasMarked,
    create_panel,
    move_seat_up,
    remove_panel,
    remove_seat,
    rename_panel,
    revise_seat,
)
from people.models import Person, User
from tests.competitions.appointing import (
    CO_SIGNER,
    entry_of,
    judge_of,
    office,
    panel_of,
    seated,
)
from tests.factories import NOW, EventFactory, OrganisationFactory, PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    return EventFactory()


@pytest.fixture
def organiser(event):
    return office(event)


@pytest.fixture
def already_marked(monkeypatch):
    """Let the registry answer that some seats have marked."""
    marked = []
    monkeypatch.setattr(marked_seats, "_sources", [lambda event_id: marked])
    return marked


def names(panel):
    return [
        (seat.number, seat.judge.name)
        for seat in panel.seats.select_related("judge").order_by("number")
    ]


def may_mark(user, event):
    return has_capability(
        User.objects.get(pk=user.pk), Capability.MARKS_ENTER, event=event
    )


def test_seats_count_up_and_give_the_role_of_a_judge(event, organiser):
    first, second = judge_of(name="陈一"), judge_of(name="陈二")
    panel, _ = panel_of(event, organiser, first, second)
    assert names(panel) == [(1, "陈一"), (2, "陈二")]
    assert may_mark(first, event)
    assert not may_mark(first, EventFactory())


def test_judge_sits_once_on_a_panel(event, organiser):
    judge = judge_of(name="陈一")
    panel, _ = panel_of(event, organiser, judge)
    with pytest.raises(AlreadySeated, match="陈一"):
        seated(panel, judge, organiser)
    assert names(panel) == [(1, "陈一")]


def test_reserve_judge_only_co_signs(event, organiser):
    panel, _ = panel_of(event, organiser)
    seat = seated(
        panel,
        judge_of(),
        organiser,
        kind=SeatKind.RESERVE,
        part=MeasurementPart.RECORDER,
    )
    assert seat.measurement_part == CO_SIGNER


def test_names_of_panels_differ_within_an_event(event, organiser):
    create_panel(event=event, name="第1组", by=organiser, at=NOW)
    with pytest.raises(ValidationError) as refused:
        create_panel(event=event, name=" 第1组 ", by=organiser, at=NOW)
    assert refused.value.messages == ["已有同名裁判组，请换一个名称。"]


def test_renaming_a_panel(event, organiser):
    panel, _ = panel_of(event, organiser)
    assert rename_panel(panel=panel, name="A 组", by=organiser, at=NOW).name == "A 组"


def test_seat_moves_up_and_the_first_one_stays(event, organiser):
    judges = [judge_of(name=f"陈{number}") for number in "一二三"]
    panel, seats = panel_of(event, organiser, *judges)
    move_seat_up(seat=seats[2], by=organiser, at=NOW)
    assert names(panel) == [(1, "陈一"), (2, "陈三"), (3, "陈二")]
    move_seat_up(seat=seats[0], by=organiser, at=NOW)
    assert names(panel) == [(1, "陈一"), (2, "陈三"), (3, "陈二")]


def test_removed_seat_closes_the_gap_and_takes_the_role_back(event, organiser):
    judges = [judge_of(name=f"陈{number}") for number in "一二三"]
    panel, seats = panel_of(event, organiser, *judges)
    remove_seat(seat=seats[0], by=organiser, at=NOW)
    assert names(panel) == [(1, "陈二"), (2, "陈三")]
    assert not may_mark(judges[0], event)
    assert may_mark(judges[1], event)


def test_judge_with_another_seat_keeps_the_role(event, organiser):
    judge = judge_of()
    _, seats = panel_of(event, organiser, judge)
    other = create_panel(event=event, name="第2组", by=organiser, at=NOW)
    seated(other, judge, organiser)
    remove_seat(seat=seats[0], by=organiser, at=NOW)
    assert may_mark(judge, event)


def test_another_judge_takes_a_seat_with_its_role(event, organiser):
    former, new = judge_of(name="陈一"), judge_of(name="陈二")
    panel, seats = panel_of(event, organiser, former)
    revise_seat(
        seat=seats[0],
        judge=new,
        kind=SeatKind.JUDGE,
        part=MeasurementPart.RECORDER,
        by=organiser,
        at=NOW,
    )
    assert names(panel) == [(1, "陈二")]
    assert PanelSeat.objects.get().measurement_part == MeasurementPart.RECORDER
    assert [may_mark(former, event), may_mark(new, event)] == [False, True]


def test_panel_goes_with_its_seats_and_roles(event, organiser):
    judge = judge_of()
    panel, _ = panel_of(event, organiser, judge)
    remove_panel(panel=panel, by=organiser, at=NOW)
    assert PanelSeat.objects.count() == 0
    assert not may_mark(judge, event)


def test_panel_that_has_marked_stays_as_it_is(event, organiser, already_marked):
    judge = judge_of(name="陈一")
    panel, (seat,) = panel_of(event, organiser, judge)
    entry = entry_of(event)
    already_marked.append(MarkedSeat(panel.pk, entry.pk, judge.pk))
    with pytest.raises(PanelHasMarked):
        seated(panel, judge_of(), organiser)
    with pytest.raises(PanelHasMarked):
        remove_seat(seat=seat, by=organiser, at=NOW)
    with pytest.raises(PanelHasMarked):
        remove_panel(panel=panel, by=organiser, at=NOW)
    assert names(panel) == [(1, "陈一")]


def test_chief_judge_accepts_marks_of_this_event_only(event, organiser):
    chief = judge_of()
    appoint_chief_judge(event=event, judge=chief, by=organiser, at=NOW)
    fresh = User.objects.get(pk=chief.pk)
    assert has_capability(fresh, Capability.MARKS_ACCEPT, event=event)
    assert not has_capability(fresh, Capability.MARKS_ACCEPT, event=EventFactory())
    dismiss_chief_judge(event=event, judge=chief, by=organiser, at=NOW)
    fresh = User.objects.get(pk=chief.pk)
    assert not has_capability(fresh, Capability.MARKS_ACCEPT, event=event)


def test_person_of_the_register_becomes_a_judge(event, organiser):
    unit = OrganisationFactory()
    person = PersonFactory(name="沈技师", organisation=unit)
    candidate = NewJudge(name="沈技师", organisation=unit, username="shen")
    opened = open_judge_account(candidate=candidate, event=event, by=organiser, at=NOW)
    assert opened.user.person == person
    assert opened.user.check_password(opened.first_password)
    assert may_mark(opened.user, event)


def test_unknown_judge_is_registered_with_his_unit(event, organiser):
    unit = OrganisationFactory()
    candidate = NewJudge(name="A<B & C", organisation=unit, username="abc")
    open_judge_account(candidate=candidate, event=event, by=organiser, at=NOW)
    assert Person.objects.get(name="A<B & C").organisation == unit


def test_person_with_an_account_gets_no_second_one(event, organiser):
    unit = OrganisationFactory()
    judge_of(unit, name="沈技师")
    candidate = NewJudge(name="沈技师", organisation=unit, username="again")
    with pytest.raises(ValidationError) as refused:
        open_judge_account(candidate=candidate, event=event, by=organiser, at=NOW)
    assert list(refused.value.message_dict) == ["name"]
    assert not User.objects.filter(username="again").exists()


def test_namesakes_of_a_unit_need_an_identity_number(event, organiser):
    unit = OrganisationFactory()
    PersonFactory.create_batch(2, name="沈技师", organisation=unit)
    candidate = NewJudge(name="沈技师", organisation=unit, username="shen")
    with pytest.raises(ValidationError) as refused:
        open_judge_account(candidate=candidate, event=event, by=organiser, at=NOW)
    assert list(refused.value.message_dict) == ["identity_number"]


def test_each_change_is_audited_in_the_stream_of_the_event(event, organiser):
    panel, (seat,) = panel_of(event, organiser, judge_of())
    remove_seat(seat=seat, by=organiser, at=NOW)
    remove_panel(panel=panel, by=organiser, at=NOW)
    actions = AuditEvent.objects.filter(stream_id=event_stream(event.pk)).order_by(
        "seq"
    )
    assert [row.action for row in actions] == [
        "panel.created",
        "seat.given",
        "seat.removed",
        "panel.removed",
    ]
    assert RoleAssignment.objects.filter(event=event).count() == 0
