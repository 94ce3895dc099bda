"""The main job end to end: from an empty office to a certificate in a winner's hand."""

import secrets

import pytest

from tests.journeys import (
    steps_hall,
    steps_judges,
    steps_office,
    steps_results,
    steps_scheme,
    steps_winner,
)
from tests.journeys.cast import Competitor, Story, invent
from tests.journeys.walking import enter
from tests.servers.browser import DESKTOP, PHONE, TABLET

pytestmark = pytest.mark.journey


@pytest.fixture
def story(record_property):
    """Invent the people and marks of this run; its seed stands in the report."""
    seed = secrets.randbelow(2**32)
    record_property("story", seed)
    return invent(seed)


def test_a_competition_from_entry_to_certificate(served, visitors, story):
    founder, officer = open_the_office(served, visitors, story)
    organiser = entrust(visitors, founder, officer, story)
    prepare(organiser, story)
    recompute_the_draw(visitors, story)
    steps_hall.show_board(organiser, story, "live")
    viewers = watch(visitors, story)
    expected = mark_in_public(visitors, story, viewers)
    publish_result(visitors, organiser, story)
    for viewer in viewers:
        steps_hall.wait_for_state(viewer, "正式成绩")
    rows = steps_results.published_rows(visitors.enter(PHONE), story)
    assert [total for _rank, _name, total in rows] == expected
    assert [rank for rank, _name, _total in rows] == list("12345")
    winner = winner_of(story, rows[0][1])
    before = steps_winner.titles_of_the_year(officer)
    honour(officer, organiser, story, winner)
    assert steps_winner.titles_of_the_year(officer) == before + 1
    assert "绍兴市技术能手" in steps_winner.dossier(officer, winner)
    account = steps_winner.open_own_account(founder, winner)
    prove(visitors, enter(visitors, PHONE, account), winner)
    steps_winner.revoke_title(officer, winner)
    assert steps_winner.titles_of_the_year(officer) == before


def open_the_office(served, visitors, story: Story):
    """Found the office from the shell, then let its officer in."""
    steps_office.found_the_office(served)
    founder = enter(visitors, DESKTOP, story.founder)
    steps_office.open_account(founder, story.officer, "市局工作人员")
    officer = enter(visitors, DESKTOP, story.officer)
    steps_office.register_units(officer)
    return founder, officer


def entrust(visitors, founder, officer, story: Story):
    """Let the office create the competition and leave it to an organiser."""
    steps_office.create_competition(officer, story)
    steps_office.open_account(founder, story.organiser, "赛务组织者", story.competition)
    return enter(visitors, DESKTOP, story.organiser)


def prepare(organiser, story: Story) -> None:
    """Take the competition as far as judges can mark."""
    steps_office.enter_by_hand(organiser, story)
    steps_office.enter_by_spreadsheet(organiser, story)
    steps_office.approve_all(organiser, story)
    steps_office.seat_the_panel(organiser, story)
    steps_office.draw_numbers(organiser, story)
    steps_scheme.import_scheme(organiser, story)
    steps_scheme.give_panel(organiser, story)
    steps_scheme.advance_to(organiser, story, "比赛与评分")
    steps_scheme.open_sheets(organiser, story)


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


def mark_in_public(visitors, story: Story, viewers) -> list[str]:
    """Mark, see every board move, sign, accept and lock; return the totals."""
    judges = [enter(visitors, TABLET, account) for account in story.judges]
    for page, account in zip(judges, story.judges, strict=True):
        steps_judges.set_pin(page, account)
    sheets = steps_judges.assign_marks(judges[0], story)
    steps_judges.mark_everything(judges, story, sheets)
    best_first = sorted(sheets.values(), key=lambda marks: -marks.total)
    expected = [marks.text for marks in best_first]
    for viewer in viewers:
        steps_hall.wait_for_totals(viewer, expected)
    for page in judges:
        steps_judges.sign(page, story)
    chief = enter(visitors, TABLET, story.chief)
    steps_judges.set_pin(chief, story.chief)
    steps_judges.accept(chief, story)
    steps_judges.lock(chief, story)
    return expected


def publish_result(visitors, organiser, story: Story) -> None:
    """Prepare the result, let the chief judge check it, publish it."""
    steps_results.prepare(organiser, story)
    steps_results.check(enter(visitors, DESKTOP, story.chief), story)
    steps_results.publish(organiser, story)


def winner_of(story: Story, name: str) -> Competitor:
    """Return the competitor of this name."""
    return next(each for each in story.competitors if each.name == name)


def honour(officer, organiser, story: Story, winner: Competitor) -> None:
    """Award and certify; only the policy and the title need the office."""
    steps_winner.write_policy(officer)
    steps_winner.follow_policy(organiser, story)
    steps_winner.make_awards(organiser, story)
    steps_winner.grant_title(officer, winner)


def prove(visitors, page, winner: Competitor) -> None:
    """Read the winner's papers, and let anybody check them."""
    papers = steps_winner.download_all(page)
    assert len(papers) == 2
    anyone = visitors.enter(PHONE)
    for number, text in papers.items():
        assert winner.name.replace(" ", "") in text
        assert number in text
        shown = steps_winner.verify(anyone, number, winner.name)
        assert [word in shown for word in (number, winner.name)] == [True, True]
