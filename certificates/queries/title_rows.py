"""Whom the policy of an event proposes for a title, and what became of it."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from certificates.enums import GrantState
from certificates.models import AwardPolicy, TitleGrant, TitleType
from certificates.queries.awards import decisions_of, entries_by_key
from certificates.rules.award_facts import AwardDecision, AwardKind, Decision
from certificates.rules.award_reasons import read_explanation
from competitions.models import Entry
from people.models import Person
from people.sentences import in_words
from scoring.models import ResultList

UNSUPPORTED: Final = "unsupported"


@dataclass(frozen=True)
class TitleRow:
    """What a policy says about one person and one title.

    The state is one of the grant, or ``refused``; ``unsupported`` is a title granted
    for an earlier version of the result that this version does not give.
    """

    person: Person
    entry: Entry | None
    title: str
    sentence: str
    state: str
    grant_id: UUID | None = None


def title_rows(result_list: ResultList, policy: AwardPolicy) -> list[TitleRow]:
    """Return who is proposed for a title and who is refused, with the reasons."""
    grants = {
        (grant.person_id, grant.title_type.code): grant
        for grant in TitleGrant.objects.filter(result_list__event=result_list.event_id)
        .select_related("person", "entry", "title_type", "result_list")
        .order_by("created_at", "pk")
    }
    decisions = {
        (UUID(each.person), each.code): each
        for each in decisions_of(result_list, policy)
        if each.kind is AwardKind.TITLE
    }
    current = {
        key: grant
        for key, grant in grants.items()
        if grant.result_list_id == result_list.pk
        or (grant.state != GrantState.ELIGIBLE and not _is_refused(decisions.get(key)))
    }
    lost = [
        grant
        for key, grant in grants.items()
        if key not in current and grant.state == GrantState.GRANTED
    ]
    return [
        *(_lost(grant) for grant in lost),
        *(_made(grant) for grant in current.values()),
        *_decided(
            [
                each
                for key, each in decisions.items()
                if key not in current and key not in {_key(grant) for grant in lost}
            ]
        ),
    ]


def lost_titles(result_list: ResultList, policy: AwardPolicy) -> list[TitleRow]:
    """Return the granted titles that this version of the result does not give."""
    rows = title_rows(result_list, policy)
    return [row for row in rows if row.state == UNSUPPORTED]


def _key(grant: TitleGrant) -> tuple[UUID, str]:
    return grant.person_id, grant.title_type.code


def _is_refused(decision: AwardDecision | None) -> bool:
    return decision is None or decision.decision is Decision.REFUSED


def _made(grant: TitleGrant) -> TitleRow:
    sentence = read_explanation(grant.explanation).sentence()
    return TitleRow(
        person=grant.person,
        entry=grant.entry,
        title=grant.title_type.display_name,
        sentence=in_words(sentence),
        state=grant.state,
        grant_id=grant.pk,
    )


def _lost(grant: TitleGrant) -> TitleRow:
    return TitleRow(
        person=grant.person,
        entry=grant.entry,
        title=grant.title_type.display_name,
        sentence="",
        state=UNSUPPORTED,
        grant_id=grant.pk,
    )


def _decided(decisions: list[AwardDecision]) -> list[TitleRow]:
    persons = Person.objects.in_bulk([UUID(each.person) for each in decisions])
    entries = entries_by_key([UUID(each.entry) for each in decisions])
    titles = {each.code: each.display_name for each in TitleType.objects.all()}
    return [
        TitleRow(
            person=persons[UUID(each.person)],
            entry=entries[UUID(each.entry)],
            title=titles.get(each.code, each.code),
            sentence=in_words(each.explanation.sentence()),
            state="refused" if _is_refused(each) else GrantState.ELIGIBLE,
        )
        for each in decisions
    ]
