"""Titles: granted by a document, counted as credentials, revoked with a reason."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from certificates.enums import CertificateStatus, GrantState
from certificates.models import Certificate, TitleGrant
from certificates.services.titles import (
    DocumentMissing,
    HeldAlready,
    NotEligible,
    NotGranted,
    ReasonMissing,
    RevokedTooEarly,
    grant_titles,
    revoke_title,
)
from people.models import Credential
from tests.certificates.podiums import DECIDED_ON, award, certify, field, grant
from tests.factories import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def made():
    return field(31)


@pytest.fixture
def eligible(made):
    return award(made).eligible


def earned_again(made):
    """Let the winner win another event as well; return the second proposal."""
    other = field(31)
    member = other.entries[0].members.get()
    member.person = made.person(1)
    member.save()
    award(other)
    return TitleGrant.objects.get(person=made.person(1), result_list__event=other.event)


def test_the_first_two_of_a_large_field_are_proposed(made, eligible):
    assert [each.person_id for each in eligible] == [
        made.person(1).pk,
        made.person(2).pk,
    ]
    assert Credential.objects.count() == 0


def test_no_title_without_a_document(made, eligible):
    with pytest.raises(DocumentMissing):
        grant_titles(
            grants=eligible,
            document_number="  ",
            document_title="",
            granted_on=DECIDED_ON,
            by=made.officer,
            at=NOW,
        )


def test_the_database_refuses_a_title_without_a_document(eligible):
    with pytest.raises(IntegrityError):
        TitleGrant.objects.filter(pk=eligible[0].pk).update(state=GrantState.GRANTED)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("document_number", "abc"),
        ("document_number", "绍市人社发41号"),
        ("granted_on", DECIDED_ON - timedelta(days=1)),
        ("granted_on", DECIDED_ON + timedelta(days=1)),
    ],
)
def test_a_decision_that_cannot_be_one_grants_nothing(made, eligible, field, value):
    with pytest.raises(ValidationError) as refused:
        grant(made, eligible, **{field: value})

    assert list(refused.value.message_dict) == [field]
    assert Credential.objects.count() == 0


def test_a_granted_title_stands_in_the_dossier(made, eligible):
    grant(made, eligible[:1])

    credential = Credential.objects.get(person=made.person(1))
    assert (credential.code, credential.document_number, credential.issued_on) == (
        "shaoxing-technical-expert",
        "绍市人社发〔2026〕41号",
        DECIDED_ON,
    )


def test_a_title_is_not_granted_twice(made, eligible):
    grant(made, eligible)

    with pytest.raises(NotEligible):
        grant(made, eligible)


def test_a_title_earned_in_two_events_is_granted_once(made, eligible):
    other = earned_again(made)
    grant(made, eligible[:1])

    with pytest.raises(HeldAlready, match=made.person(1).name):
        grant(made, [other])

    assert Credential.objects.filter(person=made.person(1)).count() == 1


def test_a_title_chosen_twice_for_one_person_is_granted_to_nobody(made, eligible):
    with pytest.raises(HeldAlready):
        grant(made, [*eligible, earned_again(made)])

    assert Credential.objects.count() == 0


def test_after_revoking_the_other_event_may_give_the_title(made, eligible):
    other = earned_again(made)
    (granted,) = grant(made, eligible[:1])
    revoke_title(
        grant=granted, reason="成绩撤销", revoked_on=DECIDED_ON, by=made.officer, at=NOW
    )

    assert grant(made, [other]) == [other]


def test_revoking_takes_credential_and_certificate_along(made, eligible):
    (granted,) = grant(made, eligible[:1])
    certify(made, grants=[granted])

    revoke_title(
        grant=granted, reason="成绩撤销", revoked_on=DECIDED_ON, by=made.officer, at=NOW
    )

    assert Credential.objects.get(person=made.person(1)).revoked_on is not None
    assert Certificate.objects.get().status == CertificateStatus.REVOKED


def test_revoking_needs_a_reason(made, eligible):
    (granted,) = grant(made, eligible[:1])

    with pytest.raises(ReasonMissing):
        revoke_title(
            grant=granted, reason=" ", revoked_on=DECIDED_ON, by=made.officer, at=NOW
        )


def test_a_title_is_not_revoked_before_it_was_granted(made, eligible):
    (granted,) = grant(made, eligible[:1])

    with pytest.raises(RevokedTooEarly, match="2026年11月23日"):
        revoke_title(
            grant=granted,
            reason="x",
            revoked_on=DECIDED_ON - timedelta(days=1),
            by=made.officer,
            at=NOW,
        )


def test_what_was_never_granted_cannot_be_revoked(made, eligible):
    with pytest.raises(NotGranted):
        revoke_title(
            grant=eligible[0],
            reason="x",
            revoked_on=DECIDED_ON,
            by=made.officer,
            at=NOW,
        )
