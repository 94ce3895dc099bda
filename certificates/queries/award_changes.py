"""The awards of a new result version beside those of the version before."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from certificates.enums import CertificateStatus
from certificates.models import Award, AwardPolicy, Certificate
from certificates.queries.awards import decisions_of, entries_by_key, names_of
from certificates.rules.award_changes import (
    AwardChange,
    Change,
    NamedAward,
    compare,
    stand_by,
)
from certificates.rules.award_facts import AwardDecision
from certificates.rules.award_policy import MedalLine, PrizeLine
from certificates.rules.award_policy_json import from_json
from certificates.rules.award_reasons import Reason
from competitions.models import Entry
from people.bilingual import in_own_language
from scoring.models import ResultList


@dataclass(frozen=True)
class ChangeRow:
    """What becomes of one award, and of the certificates that name it."""

    entry: Entry
    names: str
    change: Change
    before: str
    after: str
    certificates: list[Certificate]

    @property
    def is_kept(self) -> bool:
        """Whether the certificates stay valid."""
        return self.change is Change.KEPT


def change_rows(result_list: ResultList, policy: AwardPolicy) -> list[ChangeRow]:
    """Return what making the awards of a new version changes, losses first."""
    changes = award_changes(result_list, policy)
    entries = entries_by_key([UUID(each.entry) for each in changes])
    certificates = list(
        earlier_certificates(result_list).select_related("award").order_by("number")
    )
    return [
        ChangeRow(
            entry=entries[UUID(each.entry)],
            names=names_of(entries[UUID(each.entry)]),
            change=each.change,
            before=_read(each.before),
            after=_read(each.after),
            certificates=[
                certificate
                for certificate in certificates
                if each.before and _is_of(certificate, each.before)
            ],
        )
        for each in changes
    ]


def award_changes(result_list: ResultList, policy: AwardPolicy) -> list[AwardChange]:
    """Compare the awards of the version before with those of this one."""
    lines = from_json(policy.rules)
    before = [
        NamedAward(str(award.entry_id), award.kind, award.name, award.name_en)
        for award in earlier_awards(result_list)
    ]
    after = [
        _named(each, lines.line_of(each.code))
        for each in settled_decisions(result_list, policy)
        if each.is_given and not each.person
    ]
    return compare(before, after)


def settled_decisions(
    result_list: ResultList, policy: AwardPolicy
) -> list[AwardDecision]:
    """Return what the policy says, and what the office chose where it says nothing."""
    chosen = {
        (str(award.entry_id), award.code)
        for award in earlier_awards(result_list)
        if award.explanation.get("code") == Reason.TIE
    }
    return stand_by(decisions_of(result_list, policy), chosen)


def earlier_awards(result_list: ResultList) -> QuerySet[Award]:
    """Return the awards of the last version before this one that has any."""
    others = Award.objects.filter(result_list__event=result_list.event_id).exclude(
        result_list=result_list
    )
    last = others.order_by("-result_list__version").values("result_list")[:1]
    return others.filter(result_list__in=last).order_by("rank", "entry__number")


def earlier_certificates(result_list: ResultList) -> QuerySet[Certificate]:
    """Return the valid certificates that name an award of an earlier version."""
    return Certificate.objects.filter(
        award__result_list__event=result_list.event_id,
        status=CertificateStatus.VALID,
    ).exclude(award__result_list=result_list)


def _named(decision: AwardDecision, line: PrizeLine | MedalLine) -> NamedAward:
    return NamedAward(decision.entry, decision.kind.value, line.name, line.name_en)


def _read(award: NamedAward | None) -> str:
    return in_own_language(award.name, award.name_en) if award else ""


def _is_of(certificate: Certificate, award: NamedAward) -> bool:
    named = certificate.award
    return (
        named is not None
        and str(named.entry_id) == award.entry
        and named.kind == award.kind
    )
