"""Awards made anew from a corrected result, in one act the office has looked at."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from certificates.models import AwardPolicy
from certificates.queries.award_changes import earlier_certificates
from certificates.services.awards import (
    ChangedMeanwhile,
    lock_result,
    rows_that_change,
    write_awards,
)
from certificates.services.trail import record_outcome
from certificates.services.voiding import revoke_certificate
from people.models import User
from scoring.models import ResultList


@dataclass(frozen=True)
class Renewal:
    """How many awards the new version gives, and what became of certificates."""

    awards: int
    kept: int
    revoked: int


@transaction.atomic
def renew_awards(
    *,
    result_list: ResultList,
    policy: AwardPolicy,
    reason: str = "",
    by: User,
    at: datetime,
) -> Renewal:
    """Make the awards of a new version, and revoke the certificates it contradicts.

    A certificate whose award reads the same stays valid and passes on to the new
    version. Raises ChangedMeanwhile unless result and policy are those looked at.
    """
    result_list, applied = lock_result(result_list)
    if applied != policy or result_list.awards.exists():
        raise ChangedMeanwhile
    revoked = [
        revoke_certificate(certificate=certificate, reason=reason, by=by, at=at)
        for row in rows_that_change(result_list, policy)
        for certificate in row.certificates
    ]
    kept = earlier_certificates(result_list).count()
    made = write_awards(result_list=result_list, policy=policy, by=by, at=at)
    record_outcome(
        event_id=result_list.event_id,
        action="awards.renewed",
        object_id=f"result_list:{result_list.pk}",
        payload={
            "version": result_list.version,
            "kept": kept,
            "revoked": len(revoked),
            "reason": reason.strip(),
        },
        by=by,
        at=at,
    )
    return Renewal(awards=len(made.awards), kept=kept, revoked=len(revoked))
