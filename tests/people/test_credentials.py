"""Credentials: written once for each source, revoked with a reason, never deleted."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from audit.models import AuditEvent
from people import queries
from people.enums import CredentialKind
from people.models import Credential
from people.services import (
    CredentialFacts,
    record_credential,
    record_credentials,
    revoke_credential,
)
from tests.people.factories import ACTOR, AT, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def facts() -> CredentialFacts:
    return CredentialFacts(
        person=make_person("单小明"),
        kind=CredentialKind.TITLE,
        code="shaoxing-technical-expert",
        name="绍兴市技术能手",
        issued_on=date(2026, 10, 1),
        document_number="绍市人社发〔2026〕48号",
        source_key="title-grant:1",
    )


def test_credential_stands_in_the_dossier_the_latest_first(
    facts, django_assert_num_queries
):
    first = record_credential(facts=facts, actor=ACTOR, at=AT)
    later = replace(facts, source_key="title-grant:2", issued_on=date(2026, 11, 1))
    second = record_credential(facts=later, actor=ACTOR, at=AT)
    with django_assert_num_queries(2):
        found = queries.dossier(facts.person.pk)
    assert found.person == facts.person
    assert found.credentials == [second, first]


def test_same_source_writes_once(facts):
    first = record_credential(facts=facts, actor=ACTOR, at=AT)
    second = record_credential(facts=facts, actor=ACTOR, at=AT)
    assert first == second
    assert Credential.objects.count() == 1
    assert AuditEvent.objects.filter(action="credential.recorded").count() == 1


def test_batch_answers_in_order_and_leaves_known_ones_alone(facts):
    known = record_credential(facts=facts, actor=ACTOR, at=AT)
    rows = [replace(facts, source_key=f"title-grant:{n}") for n in (2, 1, 3)]
    written = record_credentials(facts=rows, actor=ACTOR, at=AT)
    assert [row.source_key for row in written] == [row.source_key for row in rows]
    assert written[1] == known


def test_revoked_credential_stays_with_day_and_reason(facts):
    record_credential(facts=facts, actor=ACTOR, at=AT)
    past_midnight_in_shaoxing = datetime(2026, 11, 22, 16, 30, tzinfo=UTC)
    revoke_credential(
        source_key=facts.source_key,
        reason="冒名顶替",
        actor=ACTOR,
        at=past_midnight_in_shaoxing,
    )
    stored = Credential.objects.get()
    assert stored.is_revoked
    assert (stored.revoked_on, stored.revocation_reason) == (
        date(2026, 11, 23),
        "冒名顶替",
    )
    event = AuditEvent.objects.get(action="credential.revoked")
    assert event.object_id == f"person:{facts.person.pk}"
    assert event.payload == {
        "credential": "绍兴市技术能手",
        "person": "单小明",
        "reason": "冒名顶替",
    }


def test_second_revocation_changes_nothing(facts):
    record_credential(facts=facts, actor=ACTOR, at=AT)
    for reason in ("冒名顶替", "另一个理由"):
        revoke_credential(
            source_key=facts.source_key, reason=reason, actor=ACTOR, at=AT
        )
    assert Credential.objects.get().revocation_reason == "冒名顶替"
    assert AuditEvent.objects.filter(action="credential.revoked").count() == 1


def test_revocation_without_a_reason_is_refused(facts):
    credential = record_credential(facts=facts, actor=ACTOR, at=AT)
    with pytest.raises(ValidationError):
        revoke_credential(source_key=facts.source_key, reason="", actor=ACTOR, at=AT)
    with pytest.raises(IntegrityError, match="people_credential_revoked_with_reason"):
        Credential.objects.filter(pk=credential.pk).update(revoked_on=date(2026, 1, 1))
