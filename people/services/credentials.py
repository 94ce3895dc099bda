"""Writes down what persons hold, and what they no longer hold."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from audit.services import Fact, record, record_many
from audit.streams import REGISTER
from people.enums import CredentialSource
from people.models import Credential, Person


@dataclass(frozen=True, kw_only=True)
class CredentialFacts:
    """A fact for a dossier; ``source_key`` names what wrote it, once and for all."""

    person: Person
    kind: str
    code: str
    name: str
    issued_on: date
    source_key: str
    name_en: str = ""
    document_number: str = ""
    issuer: str = ""
    source: str = CredentialSource.INTERNAL


def record_credential(
    *, facts: CredentialFacts, actor: str, at: datetime
) -> Credential:
    """Write one credential; the same source key again returns what is there."""
    return record_credentials(facts=[facts], actor=actor, at=at)[0]


@transaction.atomic
def record_credentials(
    *, facts: Sequence[CredentialFacts], actor: str, at: datetime
) -> list[Credential]:
    """Write many credentials in the order given; known source keys are left alone."""
    keys = [row.source_key for row in facts]
    known = {row.source_key: row for row in _with_keys(keys)}
    added = [Credential(**_values(row)) for row in facts if row.source_key not in known]
    Credential.objects.bulk_create(added, batch_size=500)
    if added:
        events = [_recorded(credential, actor, at) for credential in added]
        record_many(stream=REGISTER, facts=events)
    known |= {credential.source_key: credential for credential in added}
    return [known[key] for key in keys]


@transaction.atomic
def revoke_credential(
    *, source_key: str, reason: str, actor: str, at: datetime
) -> Credential:
    """End a credential with a reason; one that is revoked already stays as it is."""
    credential = _locked().get(source_key=source_key)
    if credential.is_revoked:
        return credential
    credential.revoked_on = timezone.localdate(at)
    credential.revocation_reason = reason
    credential.full_clean()
    credential.save(update_fields=["revoked_on", "revocation_reason"])
    record(
        stream=REGISTER,
        actor=actor,
        action="credential.revoked",
        object_id=f"person:{credential.person_id}",
        payload={
            "credential": credential.name,
            "person": credential.person.name,
            "reason": reason,
        },
        at=at,
    )
    return credential


def _locked() -> QuerySet[Credential]:
    # Only the credential: PostgreSQL locks joined rows too unless told otherwise.
    return Credential.objects.select_related("person").select_for_update(of=("self",))


def _with_keys(keys: Sequence[str]) -> list[Credential]:
    """Find credentials by key, few enough at a time for every database."""
    found: list[Credential] = []
    for start in range(0, len(keys), 500):
        chunk = keys[start : start + 500]
        found += Credential.objects.filter(source_key__in=chunk)
    return found


def _values(facts: CredentialFacts) -> dict[str, Any]:
    return {field.name: getattr(facts, field.name) for field in fields(facts)}


def _recorded(credential: Credential, actor: str, at: datetime) -> Fact:
    return Fact(
        actor=actor,
        action="credential.recorded",
        object_id=f"person:{credential.person_id}",
        payload={"credential": credential.name, "person": credential.person.name},
        at=at,
    )
