"""An event whose marks arrive as imported components: small, and truly tallied."""

from decimal import Decimal

import pytest

from competitions.enums import CompetitionState, ComponentSource
from scoring.services.component_scores import record_component_scores
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
        self.entries = [self._entry(number) for number in (1, 2)]

    def _entry(self, number):
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


@pytest.fixture
def hall(db):
    return Hall()
