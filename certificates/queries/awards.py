"""The awards of an event: made, or as they would be made now."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db.models import Prefetch

from certificates.enums import CertificateStatus
from certificates.models import Award, AwardPolicy, Certificate
from certificates.queries.outcomes import outcome_of
from certificates.rules.award_evaluation import evaluate
from certificates.rules.award_facts import AwardDecision, Decision
from certificates.rules.award_policy import TieAtBoundary
from certificates.rules.award_policy_json import from_json
from certificates.rules.award_reasons import read_explanation
from competitions.models import Entry, EntryMember
from people.bilingual import in_own_language, listed
from people.sentences import in_words
from scoring.models import Result, ResultList


@dataclass(frozen=True)
class AwardRow:
    """One prize or medal with what explains it."""

    entry: Entry
    names: str
    rank: int | None
    total: Decimal | None
    name: str
    sentence: str
    code: str = ""
    is_open: bool = False
    before: str = ""
    certificates: Sequence[Certificate] = ()


def made_awards(result_list: ResultList) -> list[AwardRow]:
    """Return the awards made from a result, best first; four statements."""
    awards = list(
        Award.objects.filter(result_list=result_list)
        .select_related("entry__organisation")
        .prefetch_related(
            _members("entry__"),
            Prefetch(
                "certificates",
                Certificate.objects.filter(status=CertificateStatus.VALID).order_by(
                    "number"
                ),
                to_attr="valid_certificates",
            ),
        )
        .order_by("rank", "entry__number")
    )
    totals = _totals(result_list)
    return [
        AwardRow(
            entry=award.entry,
            names=names_of(award.entry),
            rank=award.rank,
            total=totals.get(award.entry_id),
            name=award.display_name,
            sentence=in_words(read_explanation(award.explanation).sentence()),
            certificates=getattr(award, "valid_certificates"),  # noqa: B009
        )
        for award in awards
    ]


def foreseen_awards(result_list: ResultList, policy: AwardPolicy) -> list[AwardRow]:
    """Return the awards as they would be made, with those of the version before."""
    decisions = [each for each in decisions_of(result_list, policy) if not each.person]
    entries = entries_by_key([UUID(each.entry) for each in decisions])
    totals = _totals(result_list)
    lines = from_json(policy.rules)
    names = {line.code: (line.name, line.name_en) for line in lines.prizes}
    names |= {line.code: (line.name, line.name_en) for line in lines.medals}
    before = {
        award.entry_id: award.display_name
        for award in Award.objects.filter(result_list__event=result_list.event_id)
    }
    return [
        AwardRow(
            entry=entries[UUID(each.entry)],
            names=names_of(entries[UUID(each.entry)]),
            rank=each.rank,
            total=totals.get(UUID(each.entry)),
            name=in_own_language(*names[each.code]),
            sentence=in_words(each.explanation.sentence()),
            code=each.code,
            is_open=each.decision is Decision.OFFICE,
            before=before.get(UUID(each.entry), ""),
        )
        for each in decisions
    ]


def number_of_each(rows: Iterable[AwardRow]) -> list[tuple[str, int]]:
    """Return how often each award is given, the best first; open ones are left out."""
    return list(Counter(row.name for row in rows if not row.is_open).items())


def applied_policy(result_list: ResultList) -> AwardPolicy | None:
    """Return the policy under which the awards of a result were made."""
    made = Award.objects.filter(result_list=result_list).select_related("policy")
    award = made.first()
    return award.policy if award else None


def open_awards(result_list: ResultList, policy: AwardPolicy) -> list[AwardRow]:
    """Return the awards that a shared last place leaves to the office."""
    lines = from_json(policy.rules).prizes
    if all(line.tie_at_boundary is TieAtBoundary.INCLUDE_ALL for line in lines):
        return []
    given = set(
        Award.objects.filter(result_list=result_list).values_list("entry", flat=True)
    )
    return [
        row
        for row in foreseen_awards(result_list, policy)
        if row.is_open and row.entry.pk not in given
    ]


def decisions_of(result_list: ResultList, policy: AwardPolicy) -> list[AwardDecision]:
    """Return everything a policy says about a result."""
    return evaluate(from_json(policy.rules), outcome_of(result_list))


def names_of(entry: Entry) -> str:
    """Return how an entry is called: its team, or its member."""
    if entry.team_name:
        return entry.team_name
    return listed(member.person.display_name for member in entry.members.all())


def entries_by_key(ids: list[UUID]) -> dict[UUID, Entry]:
    """Return entries with their members and organisation; two statements."""
    found = Entry.objects.filter(pk__in=ids).select_related("organisation")
    return {each.pk: each for each in found.prefetch_related(_members(""))}


def _members(path: str) -> "Prefetch[str]":
    members = EntryMember.objects.select_related("person").order_by("position")
    return Prefetch(f"{path}members", members)


def _totals(result_list: ResultList) -> dict[UUID, Decimal]:
    rows = Result.objects.filter(result_list=result_list)
    return dict(rows.values_list("entry", "total"))
