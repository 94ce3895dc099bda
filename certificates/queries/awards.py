"""The awards of an event: made, or as they would be made now."""

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
    certificates: int = 0


def made_awards(result_list: ResultList) -> list[AwardRow]:
    """Return the awards made from a result, best first; four statements."""
    awards = list(
        Award.objects.filter(result_list=result_list)
        .select_related("entry__organisation")
        .prefetch_related(
            _members("entry__"),
            Prefetch(
                "certificates",
                Certificate.objects.filter(status=CertificateStatus.VALID),
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
            certificates=len(getattr(award, "valid_certificates")),  # noqa: B009
        )
        for award in awards
    ]


def foreseen_awards(result_list: ResultList, policy: AwardPolicy) -> list[AwardRow]:
    """Return the awards as they would be made, with those of the version before."""
    decisions = [each for each in decisions_of(result_list, policy) if not each.person]
    entries = entries_by_key([UUID(each.entry) for each in decisions])
    totals = _totals(result_list)
    lines = from_json(policy.rules)
    words = {line.code: line.name for line in lines.prizes}
    words |= {line.code: line.name for line in lines.medals}
    before = dict(
        Award.objects.filter(result_list__event=result_list.event_id).values_list(
            "entry", "name"
        )
    )
    return [
        AwardRow(
            entry=entries[UUID(each.entry)],
            names=names_of(entries[UUID(each.entry)]),
            rank=each.rank,
            total=totals.get(UUID(each.entry)),
            name=words[each.code],
            sentence=in_words(each.explanation.sentence()),
            code=each.code,
            is_open=each.decision is Decision.OFFICE,
            before=before.get(UUID(each.entry), ""),
        )
        for each in decisions
    ]


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
    return "、".join(member.person.display_name for member in entry.members.all())


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
