"""Results: prepared from locked marks, checked by a second person, then published."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext, gettext_lazy as _

from competitions.enums import ComponentSource
from competitions.models import Component, Event
from competitions.services.refusal import Refusal
from people.models import User
from scoring.enums import ResultStanding, ResultState, SheetState
from scoring.models import Result, ResultList, ResultPolicy
from scoring.queries.results import (
    Candidate,
    candidates_of,
    current_list,
    next_version,
    published_list,
    result_policy_of,
)
from scoring.queries.schemes import current_schemes
from scoring.queries.sheets import sheets_to_mark
from scoring.rules.medals import MedalRule, TieMeasure
from scoring.rules.outcome import Outcome, OutcomePolicy, ScaleKind, decide
from scoring.rules.ranking import check_chain
from scoring.services.event_lock import lock_event
from scoring.services.result_trail import locked_list, record_result
from scoring.signals import results_published


class ResultsNotReady(Refusal):
    """Something is missing before a result may be prepared; every reason is given."""

    def __init__(self, reasons: Sequence[str]) -> None:
        """Keep the reasons as sentences, in the order in which they are mended."""
        self.reasons = tuple(reasons)
        super().__init__(" ".join(self.reasons))


class SamePerson(Refusal):
    """The person who prepared a result asks to check it."""

    sentence = _("You prepared this result; a second person has to check it.")


class Outdated(Refusal):
    """A score, an entry or the policy changed after the result was prepared."""

    sentence = _(
        "Scores, entries or the way of ranking changed after this result was"
        " prepared. Prepare it again."
    )


class ReasonMissing(Refusal):
    """A new version of a published result comes without a reason."""

    sentence = _("A published result is being replaced: say why.")


@transaction.atomic
def prepare_results(
    *, event: Event, by: User, at: datetime, reason: str = ""
) -> ResultList:
    """Make the next, provisional version of an event's result.

    Without a reason it carries the one for which scores were opened after publication.
    Raises ResultsNotReady with every reason, ReasonMissing when a published version
    would be replaced without one.
    """
    event = lock_event(event.pk)
    replaced = published_list(event.pk)
    reason = reason.strip() or (replaced.reopening_reason if replaced else "")
    if replaced and not reason:
        raise ReasonMissing
    candidates = candidates_of(event)
    reasons = list(reasons_against(event, candidates))
    if reasons:
        raise ResultsNotReady(reasons)
    ResultList.objects.filter(
        event=event, state__in=(ResultState.PROVISIONAL, ResultState.CHECKED)
    ).update(state=ResultState.SUPERSEDED)
    policy = result_policy_of(event)
    rows = rows_under(policy, candidates)
    result_list = ResultList.objects.create(
        event=event,
        version=next_version(event.pk),
        policy=policy_as_json(policy),
        scheme_hashes=_scheme_hashes(event),
        content_hash=_content_hash(rows),
        reason=reason,
        created_by=by,
        created_at=at,
    )
    for row in rows:
        row.result_list = result_list
    Result.objects.bulk_create(rows)
    record_result(result_list, "results.prepared", by, at)
    return result_list


@transaction.atomic
def check_results(*, result_list: ResultList, by: User, at: datetime) -> ResultList:
    """Let a second person confirm a provisional result.

    Raises SamePerson, and Outdated when something changed after it was prepared.
    """
    result_list = locked_list(result_list, ResultState.PROVISIONAL)
    if result_list.created_by_id == by.pk:
        raise SamePerson
    if is_outdated(result_list):
        raise Outdated
    result_list.state = ResultState.CHECKED
    result_list.checked_by, result_list.checked_at = by, at
    result_list.save(update_fields=["state", "checked_by", "checked_at"])
    record_result(result_list, "results.checked", by, at)
    return result_list


@transaction.atomic
def publish_results(*, result_list: ResultList, by: User, at: datetime) -> ResultList:
    """Publish a checked result; the version published before it is superseded.

    Raises Outdated: scores are fixed from the check on, but an entry may be approved
    and the way of ranking be set after it.
    """
    result_list = locked_list(result_list, ResultState.CHECKED)
    if is_outdated(result_list):
        raise Outdated
    ResultList.objects.filter(
        event=result_list.event_id, state=ResultState.PUBLISHED
    ).update(state=ResultState.SUPERSEDED)
    result_list.state = ResultState.PUBLISHED
    result_list.published_by, result_list.published_at = by, at
    result_list.save(update_fields=["state", "published_by", "published_at"])
    record_result(result_list, "results.published", by, at)
    transaction.on_commit(
        lambda: results_published.send(
            sender=ResultList, result_list_id=result_list.pk
        ),
        robust=True,
    )
    return result_list


def rules_of(policy: ResultPolicy) -> OutcomePolicy:
    """Return a stored policy as the rules take it."""
    medals = MedalRule(
        gap=policy.medal_gap,
        measure=TieMeasure.CHAIN if policy.medal_chain else TieMeasure.ANCHOR,
    )
    chain = tuple(policy.tie_break) or ("total",)
    check_chain(chain)
    return OutcomePolicy(
        chain=chain,
        scale=ScaleKind(policy.scale),
        medals=medals if policy.awards_medals else None,
    )


def rows_under(policy: ResultPolicy, candidates: Sequence[Candidate]) -> list[Result]:
    """Return the rows, not stored, that a policy makes of the entries."""
    outcomes = decide([each.as_contestant() for each in candidates], rules_of(policy))
    return [_row(each, outcomes[str(each.entry.pk)]) for each in candidates]


def is_outdated(result_list: ResultList) -> bool:
    """Tell whether marks, entries or the policy now say something else."""
    event = result_list.event
    policy = result_policy_of(event)
    if policy_as_json(policy) != result_list.policy:
        return True
    rows = rows_under(policy, candidates_of(event))
    return _content_hash(rows) != result_list.content_hash


def scores_are_fixed(event_id: UUID) -> bool:
    """Tell whether the newest result of an event was published, or rightly checked.

    Not once somebody opened the scores again, with a reason. And a checked list that is
    outdated can only be prepared again; what it lacks, such as the marks of an entry
    that was approved late, has to be entered before.
    """
    current = current_list(event_id)
    if current is None or current.reopened_at is not None:
        return False
    if current.state == ResultState.PROVISIONAL:
        return False
    return current.state == ResultState.PUBLISHED or not is_outdated(current)


def reasons_against(event: Event, candidates: Sequence[Candidate]) -> Iterator[str]:
    """Say everything that keeps a result from being prepared."""
    ranked = [each for each in candidates if each.standing == ResultStanding.RANKED]
    if not ranked:
        yield gettext("No entry takes part, so there is nothing to rank.")
    is_marked = Component.objects.filter(
        stage__event=event, source=ComponentSource.SCHEME
    ).exists()
    if is_marked and event.marks_locked_at is None:
        yield gettext("The marks are not locked yet; the chief judge locks them.")
    unlocked = sheets_to_mark(event).exclude(state=SheetState.LOCKED).count()
    if event.marks_locked_at and unlocked:
        yield gettext(
            "%(count)s sheets were not signed and locked with the others: the entries"
            " they belong to came back afterwards. Set these entries absent."
        ) % {"count": unlocked}
    open_entries = [
        str(each.entry.number or "–") for each in ranked if not each.is_complete
    ]
    if open_entries:
        yield gettext("Marks are missing for %(count)s entries: %(numbers)s.") % {
            "count": len(open_entries),
            "numbers": ", ".join(open_entries[:20]),
        }


def _row(candidate: Candidate, outcome: Outcome) -> Result:
    return Result(
        entry=candidate.entry,
        standing=candidate.standing,
        rank=outcome.rank,
        total=candidate.marks.total,
        scale_score=outcome.scale_score,
        medal=outcome.medal or "",
        parts=candidate.parts_as_json(),
        all_parts_passed=outcome.all_parts_passed,
        decided_by=outcome.decided_by,
    )


def policy_as_json(policy: ResultPolicy) -> dict[str, Any]:
    """Return a policy as a result list keeps it."""
    return {
        "scale": policy.scale,
        "tie_break": list(policy.tie_break) or ["total"],
        "awards_medals": policy.awards_medals,
        "medal_gap": policy.medal_gap,
        "medal_chain": policy.medal_chain,
        "document_number": policy.document_number,
    }


def _scheme_hashes(event: Event) -> list[dict[str, str]]:
    """Tell by which frozen schemes the marks were given."""
    return [
        {"scheme": str(scheme.pk), "hash": scheme.frozen_hash}
        for scheme in current_schemes([event.pk])
    ]


def _content_hash(rows: Sequence[Result]) -> str:
    """Hash what the list says, so that a later change of any row shows."""
    content = [
        [
            str(row.entry_id),
            row.standing,
            row.rank,
            str(row.total),
            row.scale_score,
            row.medal,
            row.parts,
        ]
        for row in rows
    ]
    text = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()
