"""Events with a published result, to give awards, titles and certificates from."""

from dataclasses import dataclass
from decimal import Decimal

from certificates.models import Award, TitleGrant
from certificates.services.awards import make_awards
from certificates.services.certificates import issue_certificates
from certificates.services.titles import grant_titles
from competitions.enums import CompetitionState, ComponentSource, HostKind
from scoring.services.component_scores import record_component_scores
from scoring.services.results import check_results, prepare_results, publish_results
from tests.factories import (
    NOW,
    CompetitionFactory,
    CompetitionHostFactory,
    ComponentFactory,
    EntryFactory,
    EntryMemberFactory,
    EventFactory,
    RoleAssignmentFactory,
    StageFactory,
    UserFactory,
)

DECIDED_ON = NOW.date()


def officer():
    """Return a user who may do everything with outcomes."""
    return RoleAssignmentFactory(role__code="officer").user


@dataclass
class Podium:
    """An event whose entries have their marks in theory (20 %) and practice (80 %)."""

    event: object
    theory: object
    practice: object
    officer: object
    entries: list

    def publish(self, reason="", at=NOW):
        prepared = prepare_results(
            event=self.event, by=self.officer, at=at, reason=reason
        )
        check_results(result_list=prepared, by=UserFactory(), at=at)
        return publish_results(result_list=prepared, by=self.officer, at=at)

    def mark(self, marks):
        """Set (theory, practice) of entries by their number."""
        chosen = {self.entries[number - 1]: pair for number, pair in marks.items()}
        for place, component in enumerate((self.theory, self.practice)):
            record_component_scores(
                component=component,
                marks={entry: Decimal(pair[place]) for entry, pair in chosen.items()},
                by=self.officer,
                at=NOW,
            )

    def disqualify_first(self):
        """Publish a second version, in which the first entry is disqualified."""
        first = self.entries[0]
        first.attendance = "disqualified"
        first.save(update_fields=["attendance"])
        return self.publish(reason="申诉成立")

    def person(self, number):
        return self.entries[number - 1].members.get().person


def podium(*marks, names=(), level="city", group="workers"):
    """Make an event of entries with these (theory, practice) marks."""
    competition = CompetitionFactory(state=CompetitionState.AWARDS, level=level)
    CompetitionHostFactory(
        competition=competition,
        kind=HostKind.HOST,
    )
    event = EventFactory(competition=competition, group=group)
    stage = StageFactory(event=event)
    theory, practice = (
        ComponentFactory(
            stage=stage,
            code=code,
            name=name,
            weight=Decimal(weight),
            pass_mark=Decimal(60),
            source=ComponentSource.IMPORTED,
        )
        for code, name, weight in (("T", "理论", 20), ("P", "实操", 80))
    )
    entries = []
    for number in range(1, len(marks) + 1):
        entry = EntryFactory(event=event, number=number)
        named = {"person__name": names[number - 1]} if number <= len(names) else {}
        EntryMemberFactory(entry=entry, **named)
        entries.append(entry)
    made = Podium(event, theory, practice, officer(), entries)
    made.mark(dict(enumerate(marks, start=1)))
    return made


def field(size=31, *, names=(), **facts):
    """Make an event of so many entries, the first the best, all parts passed."""
    marks = [(90, Decimal(95) - Decimal(number) / 2) for number in range(size)]
    return podium(*marks, names=names, **facts)


def award(made, at=NOW):
    """Publish, and make the awards; return them with who is eligible."""
    return make_awards(result_list=made.publish(at=at), by=made.officer, at=at)


def grant(made, grants, **document):
    return grant_titles(
        grants=grants,
        **{
            "document_number": "绍市人社发〔2026〕41号",
            "document_title": "关于授予“绍兴市技术能手”称号的决定",
            "granted_on": DECIDED_ON,
            **document,
        },
        by=made.officer,
        at=NOW,
    )


def certify(made, issued_on=DECIDED_ON, **what):
    return issue_certificates(issued_on=issued_on, by=made.officer, at=NOW, **what)


def awards_of(made):
    """Return each award as (rank, code), best first."""
    found = Award.objects.filter(result_list__event=made.event)
    return sorted(found.values_list("rank", "code"))


def eligible_of(made):
    found = TitleGrant.objects.filter(result_list__event=made.event)
    return [each.person_id for each in found.order_by("created_at", "pk")]
