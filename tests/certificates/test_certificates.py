"""Certificates: numbered without gaps, frozen, replaced but never changed."""

import threading

import pytest
from django.db import close_old_connections, connection

from certificates.enums import CertificateStatus
from certificates.models import Certificate
from certificates.services.certificates import (
    GlyphMissing,
    NothingToIssue,
    NotValid,
    replace_certificate,
    revoke_certificate,
)
from tests.certificates.podiums import (
    DECIDED_ON,
    award,
    certify,
    field,
    grant,
    podium,
)
from tests.factories import NOW, EntryMemberFactory

pytestmark = pytest.mark.django_db


def test_numbers_run_on_within_an_event():
    made = podium((90, 95), (90, 90), (90, 85))

    issued = certify(made, awards=award(made).awards)

    assert [each.number for each in issued] == [
        "绍技赛〔2026〕001-001",
        "绍技赛〔2026〕001-002",
        "绍技赛〔2026〕001-003",
    ]


def test_issuing_again_issues_nothing():
    made = podium((90, 95), (90, 90))
    awards = award(made).awards
    certify(made, awards=awards)

    with pytest.raises(NothingToIssue):
        certify(made, awards=awards)


def test_each_member_of_a_team_gets_a_certificate():
    made = podium((90, 95))
    EntryMemberFactory(entry=made.entries[0], position=2)

    assert len(certify(made, awards=award(made).awards)) == 2


def test_a_replacement_gets_a_new_number_and_the_old_one_points_to_it():
    made = podium((90, 95))
    (old,) = certify(made, awards=award(made).awards)

    new = replace_certificate(
        certificate=old,
        reason="姓名有误",
        issued_on=DECIDED_ON,
        by=made.officer,
        at=NOW,
    )

    old.refresh_from_db()
    assert (old.status, old.replaced_by) == (CertificateStatus.REPLACED, new)
    assert (old.number, new.number) == (
        "绍技赛〔2026〕001-001",
        "绍技赛〔2026〕001-002",
    )


def test_a_void_certificate_is_not_voided_again():
    made = podium((90, 95))
    (issued,) = certify(made, awards=award(made).awards)
    revoke_certificate(certificate=issued, reason="误发", by=made.officer, at=NOW)

    with pytest.raises(NotValid):
        revoke_certificate(certificate=issued, reason="误发", by=made.officer, at=NOW)


def test_names_that_no_font_prints_are_listed_and_nothing_is_issued():
    made = podium((90, 95), (90, 90), names=("王小明", "王\U0003fffd"))

    with pytest.raises(GlyphMissing, match="王\U0003fffd"):
        certify(made, awards=award(made).awards)

    assert Certificate.objects.count() == 0


def test_a_title_certificate_names_the_document():
    made = field(31)
    granted = grant(made, award(made).eligible[:1])

    (issued,) = certify(made, grants=granted)

    assert issued.number == "绍技能〔2026〕001-001"
    assert "绍市人社发〔2026〕41号" in issued.printed["text"]["body"]


@pytest.mark.django_db(transaction=True)
def test_many_at_once_leave_no_gap_in_the_numbers():
    made = podium(*[(90, 90 - number) for number in range(6)])
    awards = award(made).awards

    def issue(one):
        try:
            certify(made, awards=[one])
        finally:
            close_old_connections()
            connection.close()

    threads = [threading.Thread(target=issue, args=(one,)) for one in awards]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    serials = sorted(Certificate.objects.values_list("number", flat=True))
    assert serials == [
        f"绍技赛〔2026〕001-{serial:03}" for serial in range(1, len(awards) + 1)
    ]
