"""An event whose marks arrive as imported components: small, and truly tallied."""

from decimal import Decimal

import pytest

from competitions.enums import CompetitionState, ComponentSource
from live.enums import BoardState
from live.services.boards import set_board
from live.services.competitions import publish_competition
from live.services.results import publish_results as publish_page
from scoring.services.component_scores import record_component_scores
from scoring.services.results import check_results, prepare_results, publish_results
from tests.factories import (
    NOW,
    CompetitionFactory,
    ComponentFactory,
    EntryFactory,
    EntryMemberFactory,
    EventFactory,
    StageFactory,
    UserFactory,
)


class Hall:
    """An event with two parts, theory 20 % and practice 80 %, and two entries."""

    def __init__(self):
        competition = CompetitionFactory(state=CompetitionState.MARKING)
        self.event = EventFactory(competition=competition)
        stage = StageFactory(event=self.event)
        self.theory, self.practical = (
            ComponentFactory(
                stage=stage,
                code=code,
                name=name,
                weight=Decimal(weight),
                source=ComponentSource.IMPORTED,
            )
            for code, name, weight in (("T", "理论", 20), ("P", "实操", 80))
        )
        self.officer = UserFactory()
        self.entries = [self.enter(number) for number in (1, 2)]

    def enter(self, number):
        """Let an entry of this number take part."""
        entry = EntryFactory(event=self.event, number=number)
        EntryMemberFactory(entry=entry, person__name=f"选手{'甲乙丙丁'[number - 1]}")
        return entry

    def mark(self, component, *marks):
        """Give the entries their marks of one component, in order."""
        return record_component_scores(
            component=component,
            marks={
                entry: Decimal(mark)
                for entry, mark in zip(self.entries, marks, strict=False)
            },
            by=self.officer,
            at=NOW,
        )

    def show(self, state):
        """Set the board of the event."""
        set_board(event=self.event, state=state, by=self.officer, at=NOW)

    def prepare(self, reason=""):
        """Prepare the next version of the result, which opens the scores again."""
        return prepare_results(event=self.event, by=self.officer, at=NOW, reason=reason)

    def decide(self, reason=""):
        """Prepare, check and publish the next version of the result; return it."""
        prepared = self.prepare(reason)
        checked = check_results(result_list=prepared, by=UserFactory(), at=NOW)
        return publish_results(result_list=checked, by=self.officer, at=NOW)


@pytest.fixture
def hall(db):
    return Hall()


@pytest.fixture
def shown(hall):
    """Return a hall whose competition and live board are public."""
    hall.mark(hall.theory, "90", "80")
    hall.mark(hall.practical, "71.50", "60.25")
    publish_competition(competition_id=hall.event.competition_id, at=NOW)
    hall.show(BoardState.LIVE)
    return hall


@pytest.fixture
def announced(shown):
    """Return the same hall with its result published."""
    publish_page(result_list_id=shown.decide().pk, at=NOW)
    return shown
