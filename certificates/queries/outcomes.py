"""The outcome of a published result list as an award policy asks about it."""

from collections import defaultdict
from uuid import UUID

from certificates.enums import GrantState
from certificates.models import TitleGrant
from certificates.rules.award_facts import Candidate, EventOutcome
from competitions.enums import EntryState
from competitions.models import Entry, EntryMember, Event
from people.enums import CredentialKind
from people.models import Credential
from scoring.models import Result, ResultList


def outcome_of(result_list: ResultList) -> EventOutcome:
    """Read what a policy decides from; six statements."""
    event = result_list.event
    results = list(Result.objects.filter(result_list=result_list))
    members = members_of([result.entry_id for result in results])
    held = _titles_held(
        {person for group in members.values() for person in group}, event
    )
    candidates = tuple(
        Candidate(
            entry=str(result.entry_id),
            rank=result.rank,
            total=result.total,
            group=event.group,
            members={
                str(person): held.get(person, frozenset())
                for person in members.get(result.entry_id, ())
            },
            all_parts_passed=result.all_parts_passed,
            medal=result.medal,
        )
        for result in results
        if result.rank is not None
    )
    return EventOutcome(
        candidates=candidates,
        participants=len(candidates),
        registered=Entry.objects.filter(event=event)
        .exclude(state=EntryState.DRAFT)
        .count(),
    )


def members_of(entry_ids: list[UUID]) -> dict[UUID, list[UUID]]:
    """Return the persons of entries in their order."""
    members: defaultdict[UUID, list[UUID]] = defaultdict(list)
    for entry_id, person_id in (
        EntryMember.objects.filter(entry__in=entry_ids)
        .order_by("entry", "position")
        .values_list("entry_id", "person_id")
    ):
        members[entry_id].append(person_id)
    return members


def _titles_held(persons: set[UUID], event: Event) -> dict[UUID, frozenset[str]]:
    """Return the titles of persons, less those that this very event gave them.

    Otherwise a corrected result would refuse the winner for the title of its first
    version, and let the next in rank move up.
    """
    earned_here = [
        grant.credential_key
        for grant in TitleGrant.objects.filter(
            result_list__event=event, state=GrantState.GRANTED
        )
    ]
    held: defaultdict[UUID, set[str]] = defaultdict(set)
    for person_id, code in (
        Credential.objects.filter(
            person__in=persons, kind=CredentialKind.TITLE, revoked_on__isnull=True
        )
        .exclude(source_key__in=earned_here)
        .values_list("person_id", "code")
    ):
        held[person_id].add(code)
    return {person: frozenset(codes) for person, codes in held.items()}
