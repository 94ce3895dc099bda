"""The main job end to end: from an empty office to a competition marked in public."""

import secrets

import pytest

from tests.journeys import steps_hall, steps_judges, steps_office, steps_scheme
from tests.journeys.cast import Story, invent
from tests.journeys.walking import enter
from tests.servers.browser import DESKTOP, PHONE, TABLET

pytestmark = pytest.mark.journey


@pytest.fixture
def story(record_property):
    """Invent the people and marks of this run; its seed stands in the report."""
    seed = secrets.randbelow(2**32)
    record_property("story", seed)
    return invent(seed)


def test_a_competition_from_entry_to_marks(served, visitors, story):
    officer = open_the_office(served, visitors, story)
    prepare(officer, story)
    recompute_the_draw(visitors, story)
    steps_hall.show_board(officer, story, "live")
    wall, phone = watch(visitors, story)

    judges = [enter(visitors, TABLET, account) for account in story.judges]
    for page, account in zip(judges, story.judges, strict=True):
        steps_judges.set_pin(page, account)
    sheets = steps_judges.assign_marks(judges[0], story)
    steps_judges.mark_everything(judges, story, sheets)

    expected = [marks.text for marks in sorted(sheets.values(), key=by_total)]
    for viewer in (wall, phone):
        steps_hall.wait_for_totals(viewer, expected)

    for page in judges:
        steps_judges.sign(page, story)
    chief = enter(visitors, TABLET, story.chief)
    steps_judges.set_pin(chief, story.chief)
    steps_judges.accept(chief, story)
    steps_judges.lock(chief, story)


def open_the_office(served, visitors, story: Story):
    """Found the office from the shell, then let its officer in."""
    steps_office.found_the_office(served)
    founder = enter(visitors, DESKTOP, story.founder)
    steps_office.register_units(founder)
    for account in (story.officer, story.checker):
        steps_office.open_account(founder, account, "市局工作人员")
    return enter(visitors, DESKTOP, story.officer)


def prepare(officer, story: Story) -> None:
    """Take the competition as far as judges can mark."""
    steps_office.create_competition(officer, story)
    steps_office.enter_by_hand(officer, story)
    steps_office.enter_by_spreadsheet(officer, story)
    steps_office.approve_all(officer, story)
    steps_office.seat_the_panel(officer, story)
    steps_office.draw_numbers(officer, story)
    steps_scheme.import_scheme(officer, story)
    steps_scheme.give_panel(officer, story)
    steps_scheme.advance_to(officer, story, "比赛与评分")
    steps_scheme.open_sheets(officer, story)


def recompute_the_draw(visitors, story: Story) -> None:
    """Let anybody recompute the draw on a phone, without a cookie."""
    anyone = visitors.enter(PHONE)
    anyone.goto(story.places["draw"])
    anyone.get_by_role("button", name="在本浏览器中重新计算").click()
    verdicts = anyone.locator("tr [data-agrees]").all_inner_texts()
    assert verdicts == ["一致"] * len(story.competitors)
    assert anyone.context.cookies() == []


def watch(visitors, story: Story):
    """Put the board on the wall and on a phone; nobody has a mark yet."""
    wall, phone = visitors.enter(DESKTOP), visitors.enter(PHONE)
    steps_hall.watch(wall, story, on_wall=True)
    steps_hall.watch(phone, story, on_wall=False)
    assert set(steps_hall.totals(wall)) == {"0.00"}
    return wall, phone


def by_total(marks) -> int:
    """Sort the best first."""
    return -marks.total
