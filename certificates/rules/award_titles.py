"""Titles of an event under a policy, person by person, refusals explained.

Source: conditions of titles seen in notices, see award_policy.py. A title is only ever
proposed here: it is granted by a dated document.

- [x] field, group, parts passed and titles held, in this order
- [x] in a team each member is looked at; who holds the title does not bar the others
- [x] without ``skip_ineligible`` a place that is refused is lost, with it the next in
  rank moves up
"""

from collections.abc import Iterator
from dataclasses import replace

from certificates.rules.award_facts import (
    AwardDecision,
    AwardKind,
    Candidate,
    Decision,
    EventOutcome,
)
from certificates.rules.award_places import reach
from certificates.rules.award_policy import AwardPolicy, TitleLine
from certificates.rules.award_reasons import Explanation, Reason


def titles(policy: AwardPolicy, outcome: EventOutcome) -> Iterator[AwardDecision]:
    """Yield a decision for every person whose rank comes into question."""
    for line in policy.titles:
        yield from _decide_line(line, outcome)


def _decide_line(line: TitleLine, outcome: EventOutcome) -> Iterator[AwardDecision]:
    ladder = outcome.by_rank()
    barred = {each.entry: _bar(line, outcome, each) for each in ladder}
    contenders = [
        each for each in ladder if not line.skip_ineligible or not barred[each.entry]
    ]
    reached = {
        candidate.entry: (decision, explanation)
        for size in sorted({len(each.members) for each in ladder})
        for candidate, decision, explanation in reach(
            contenders, 1, line.last_rank(size), line.tie_at_boundary
        )
        if len(candidate.members) == size
    }
    for candidate in ladder:
        bar = barred[candidate.entry]
        in_question = candidate.rank <= line.last_rank(len(candidate.members))
        if bar and (candidate.entry in reached or in_question):
            yield from _refuse(line, candidate, bar)
        elif candidate.entry in reached:
            decision, explanation = reached[candidate.entry]
            if decision is Decision.GIVEN:
                explanation = _earned(candidate, outcome)
            yield from _give(line, candidate, decision, explanation)


def _bar(
    line: TitleLine, outcome: EventOutcome, candidate: Candidate
) -> Explanation | None:
    """Return why the whole entry cannot have the title, if it cannot."""
    if outcome.participants < line.minimum_participants:
        return Explanation(
            Reason.FIELD_TOO_SMALL,
            {
                "participants": outcome.participants,
                "minimum": line.minimum_participants,
            },
        )
    if line.groups and candidate.group not in line.groups:
        return Explanation(Reason.GROUP)
    if line.requires_all_parts_passed and not candidate.all_parts_passed:
        return Explanation(Reason.PARTS)
    if all(_holds(line, held) for held in candidate.members.values()):
        return Explanation(Reason.ALREADY_HELD)
    return None


def _holds(line: TitleLine, held: frozenset[str]) -> bool:
    return bool(held & (line.excludes_holders_of | {line.title}))


def _earned(candidate: Candidate, outcome: EventOutcome) -> Explanation:
    return Explanation(
        Reason.TITLE, {"rank": candidate.rank, "participants": outcome.participants}
    )


def _refuse(
    line: TitleLine, candidate: Candidate, bar: Explanation
) -> Iterator[AwardDecision]:
    for person in candidate.members:
        yield _decision(line, candidate, person, bar)


def _give(
    line: TitleLine, candidate: Candidate, decision: Decision, explanation: Explanation
) -> Iterator[AwardDecision]:
    for person, held in candidate.members.items():
        refused = _decision(line, candidate, person, Explanation(Reason.ALREADY_HELD))
        given = replace(refused, decision=decision, explanation=explanation)
        yield refused if _holds(line, held) else given


def _decision(
    line: TitleLine, candidate: Candidate, person: str, explanation: Explanation
) -> AwardDecision:
    return AwardDecision(
        kind=AwardKind.TITLE,
        code=line.title,
        entry=candidate.entry,
        decision=Decision.REFUSED,
        explanation=explanation,
        person=person,
        rank=candidate.rank,
    )
