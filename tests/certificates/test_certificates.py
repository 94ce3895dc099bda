"""Certificates: numbered without gaps, frozen, replaced but never changed."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from certificates.documents import sheet_of
from certificates.enums import CertificateStatus
from certificates.models import Certificate
from certificates.queries.certificates import awards_without_certificate
from certificates.services.certificates import NothingToIssue
from certificates.services.drafts import GlyphMissing
from certificates.services.voiding import (
    NotEarned,
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


def void(made, certificate):
    return revoke_certificate(
        certificate=certificate, reason="误发", by=made.officer, at=NOW
    )


def replace(made, certificate):
    return replace_certificate(
        certificate=certificate,
        reason="姓名有误",
        issued_on=DECIDED_ON,
        by=made.officer,
        at=NOW,
    )


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

    new = replace(made, old)

    old.refresh_from_db()
    assert (old.status, old.replaced_by) == (CertificateStatus.REPLACED, new)
    assert (old.number, new.number) == (
        "绍技赛〔2026〕001-001",
        "绍技赛〔2026〕001-002",
    )


def test_one_member_of_a_team_gets_a_replacement_when_another_has_none():
    made = podium((90, 95))
    EntryMemberFactory(entry=made.entries[0], position=2)
    revoked, kept = certify(made, awards=award(made).awards)
    void(made, revoked)

    new = replace(made, kept)

    assert (new.person, new.number) == (kept.person, "绍技赛〔2026〕001-003")
    assert Certificate.objects.filter(person=revoked.person).count() == 1


def test_a_member_whose_certificate_was_revoked_is_offered_one_again():
    made = podium((90, 95))
    EntryMemberFactory(entry=made.entries[0], position=2)
    awards = award(made).awards
    revoked, _kept = certify(made, awards=awards)
    void(made, revoked)

    assert list(awards_without_certificate(made.event.pk)) == awards


def test_who_left_the_team_gets_no_replacement():
    made = podium((90, 95))
    member = EntryMemberFactory(entry=made.entries[0], position=2)
    _first, second = certify(made, awards=award(made).awards)
    member.delete()

    with pytest.raises(NotEarned):
        replace(made, second)

    second.refresh_from_db()
    assert second.status == CertificateStatus.VALID


def test_a_void_certificate_is_not_voided_again():
    made = podium((90, 95))
    (issued,) = certify(made, awards=award(made).awards)
    void(made, issued)

    with pytest.raises(NotValid):
        void(made, issued)


def test_names_that_no_font_prints_are_listed_and_nothing_is_issued():
    made = podium((90, 95), (90, 90), names=("王小明", "王\U0003fffd"))

    with pytest.raises(GlyphMissing, match="王\U0003fffd"):
        certify(made, awards=award(made).awards)

    assert Certificate.objects.count() == 0


@pytest.mark.parametrize("of", ["competition", "event", "team", "issuer"])
def test_whatever_is_printed_is_looked_at_before_it_is_issued(of):
    made = podium((90, 95))
    awards = award(made).awards
    copied = "越匠\u200b杯"
    entry, competition = made.entries[0], made.event.competition
    row, name = {
        "competition": (competition, "name"),
        "event": (made.event, "name"),
        "team": (entry, "team_name"),
        "issuer": (competition.hosts.get().organisation, "name"),
    }[of]
    setattr(row, name, copied)
    row.save()

    with pytest.raises(GlyphMissing, match=rf"– {copied} \(U\+200B\)"):
        certify(made, awards=awards)

    assert Certificate.objects.count() == 0


def test_a_document_that_no_font_prints_is_named():
    made = field(31)
    granted = grant(made, award(made).eligible[:1], document_title="决定\u200b")

    with pytest.raises(GlyphMissing, match=r"决定\u200b \(U\+200B\)"):
        certify(made, grants=granted)


def test_who_has_a_name_in_latin_letters_gets_an_english_line():
    made = podium((90, 95), (90, 90))
    person, event = made.person(1), made.event
    person.name_en, event.name_en = "WANG Fang", "Turning"
    event.competition.name_en = "Shaoxing Skills"
    for row in (person, event, event.competition):
        row.save()

    first, second = certify(made, awards=award(made).awards)

    line = (
        "WANG Fang has been awarded in the event Turning (Workers) at the Shaoxing"
        " Skills the First Prize. In recognition of outstanding skill."
    )
    assert (sheet_of(first, "").english, sheet_of(second, "").english) == (line, "")


@pytest.mark.parametrize("days", [-1, 1])
def test_no_certificate_is_signed_before_its_result_or_after_today(days):
    made = podium((90, 95))
    awards = award(made).awards

    with pytest.raises(ValidationError) as refused:
        certify(made, awards=awards, issued_on=DECIDED_ON + timedelta(days=days))

    assert list(refused.value.message_dict) == ["issued_on"]
    assert Certificate.objects.count() == 0


def test_no_certificate_is_signed_before_the_title_was_granted():
    made = field(31)
    granted = grant(made, award(made).eligible[:1])

    with pytest.raises(ValidationError, match="2026-11-23"):
        certify(made, grants=granted, issued_on=DECIDED_ON - timedelta(days=1))


def test_a_title_certificate_names_the_document():
    made = field(31)
    granted = grant(made, award(made).eligible[:1])

    (issued,) = certify(made, grants=granted)

    assert issued.number == "绍技能〔2026〕001-001"
    assert "绍市人社发〔2026〕41号" in issued.printed["text"]["body"]
