"""A corrected result: what it changes is seen first, and made so in one act."""

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from certificates.enums import CertificateStatus, GrantState
from certificates.models import Award, Certificate, TitleGrant
from certificates.queries.award_changes import change_rows
from certificates.queries.certificates import awards_without_certificate
from certificates.queries.policies import policy_of
from certificates.rules.award_changes import Change
from certificates.services.awards import ChangedMeanwhile, make_awards
from certificates.services.certificates import NothingToIssue
from certificates.services.renewal import renew_awards
from certificates.services.voiding import (
    NotEarned,
    ReasonMissing,
    replace_certificate,
)
from tests.certificates.podiums import (
    DECIDED_ON,
    award,
    certify,
    field,
    grant,
    podium,
)
from tests.factories import NOW, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def made():
    """Eleven entries: one first prize, two second ones and three third ones."""
    return podium(*[(90, 95 - number) for number in range(11)])


@pytest.fixture
def issued(made):
    return certify(made, awards=award(made).awards)


def renew(made, result_list, reason="申诉成立"):
    return renew_awards(
        result_list=result_list,
        policy=policy_of(made.event),
        reason=reason,
        by=made.officer,
        at=NOW,
    )


def valid(made):
    """Return who holds a valid certificate of which award, by entry number."""
    return {
        certificate.award.entry.number: certificate.printed["award"]
        for certificate in Certificate.objects.filter(
            event=made.event, status=CertificateStatus.VALID
        ).select_related("award__entry")
    }


def url(name, made):
    return reverse(f"certificates:{name}", args=(made.event.pk,))


def test_the_changes_are_told_before_anything_is_done(made, issued):
    corrected = made.disqualify_first()

    rows = change_rows(corrected, policy_of(made.event))

    assert [
        (row.entry.number, row.change, row.before, row.after, len(row.certificates))
        for row in rows
    ] == [
        (1, Change.LOST, "一等奖", "", 1),
        (2, Change.CHANGED, "二等奖", "一等奖", 1),
        (4, Change.CHANGED, "三等奖", "二等奖", 1),
        (7, Change.GAINED, "", "三等奖", 0),
        (3, Change.KEPT, "二等奖", "二等奖", 1),
        (5, Change.KEPT, "三等奖", "三等奖", 1),
        (6, Change.KEPT, "三等奖", "三等奖", 1),
    ]
    assert len(valid(made)) == len(issued)


def test_one_act_revokes_what_the_result_contradicts_and_keeps_the_rest(made, issued):
    renewal = renew(made, made.disqualify_first())

    assert (renewal.kept, renewal.revoked) == (3, 3)
    assert valid(made) == {3: "二等奖", 5: "三等奖", 6: "三等奖"}
    revoked = Certificate.objects.filter(status=CertificateStatus.REVOKED)
    assert {each.status_reason for each in revoked} == {"申诉成立"}


def test_what_is_kept_rests_on_the_new_version_with_its_number(made, issued):
    corrected = made.disqualify_first()
    before = {each.person_id: each.number for each in issued}

    renew(made, corrected)

    kept = Certificate.objects.filter(status=CertificateStatus.VALID)
    assert {each.award.result_list for each in kept} == {corrected}
    assert {each.person_id: each.number for each in kept}.items() <= before.items()


def test_afterwards_only_new_and_changed_awards_lack_a_certificate(made, issued):
    renew(made, made.disqualify_first())

    certify(made, awards=list(awards_without_certificate(made.event.pk)))

    assert valid(made) == {
        2: "一等奖",
        3: "二等奖",
        4: "二等奖",
        5: "三等奖",
        6: "三等奖",
        7: "三等奖",
    }
    assert not awards_without_certificate(made.event.pk).exists()


def test_the_act_and_each_revoked_certificate_are_on_record(made, issued):
    renew(made, made.disqualify_first())

    actions = list(
        AuditEvent.objects.order_by("-pk").values_list("action", flat=True)[:5]
    )
    assert sorted(actions) == [
        "awards.made",
        "awards.renewed",
        *["certificate.revoked"] * 3,
    ]


def test_certificates_that_stay_need_no_word_from_the_office(made, issued):
    corrected = made.publish(reason="更正分数")

    make_awards(result_list=corrected, by=made.officer, at=NOW)

    assert len(valid(made)) == len(issued)


def test_no_reason_is_asked_for_when_nothing_is_revoked(client, made, issued):
    client.force_login(made.officer)
    corrected = made.publish(reason="更正分数")
    form = client.get(url("award-changes", made)).context["form"]

    client.post(url("award-changes", made), form.initial)

    assert list(form.fields) == ["result_list", "policy"]
    assert Award.objects.filter(result_list=corrected).count() == len(issued)


def test_nothing_is_revoked_without_a_reason(made, issued):
    with pytest.raises(ReasonMissing):
        renew(made, made.disqualify_first(), reason=" ")

    assert len(valid(made)) == len(issued)


def test_what_was_made_meanwhile_is_looked_at_again(made, issued):
    corrected = made.disqualify_first()
    renew(made, corrected)

    with pytest.raises(ChangedMeanwhile):
        renew(made, corrected)


def test_an_award_of_a_superseded_result_gets_no_certificate(made):
    awards = award(made).awards
    made.disqualify_first()

    with pytest.raises(NothingToIssue):
        certify(made, awards=awards)


def test_before_the_awards_are_made_anew_no_certificate_is_replaced(made, issued):
    made.disqualify_first()

    with pytest.raises(NotEarned):
        replace_certificate(
            certificate=issued[0],
            reason="姓名有误",
            issued_on=DECIDED_ON,
            by=made.officer,
            at=NOW,
        )


def test_a_title_that_the_new_result_gives_as_well_rests_on_it():
    made = field(31)
    first, _second = award(made).eligible
    grant(made, [first])
    corrected = made.publish(reason="更正分数")

    outcome = make_awards(result_list=corrected, by=made.officer, at=NOW)

    first.refresh_from_db()
    assert (first.state, first.result_list) == (GrantState.GRANTED, corrected)
    assert [each.person_id for each in outcome.eligible] == [made.person(2).pk]


def test_a_title_that_the_new_result_does_not_give_is_shown_to_be_revoked(client):
    made = field(31)
    (granted,) = grant(made, award(made).eligible[:1])
    corrected = made.disqualify_first()
    make_awards(result_list=corrected, by=made.officer, at=NOW)
    client.force_login(made.officer)

    page = client.get(url("award-list", made))

    states = {row.person.pk: row.state for row in page.context["titles"]}
    assert states == {
        made.person(1).pk: "unsupported",
        made.person(2).pk: GrantState.ELIGIBLE,
        made.person(3).pk: GrantState.ELIGIBLE,
    }
    revoke = reverse("certificates:title-revoke", args=(granted.pk,))
    assert revoke in page.content.decode()


def test_the_office_makes_the_awards_anew_on_one_page(client, made, issued):
    client.force_login(made.officer)
    corrected = made.disqualify_first()

    listed = client.get(url("award-list", made)).content.decode()
    seen = client.get(url("award-changes", made))
    client.post(
        url("award-changes", made),
        {**seen.context["form"].initial, "reason": "申诉成立"},
    )

    assert url("award-changes", made) in listed
    assert (seen.context["kept"], seen.context["revoked"]) == (3, 3)
    assert Award.objects.filter(result_list=corrected).count() == 6
    assert valid(made) == {3: "二等奖", 5: "三等奖", 6: "三等奖"}


def test_a_page_looked_at_before_another_version_does_nothing(client, made, issued):
    client.force_login(made.officer)
    made.disqualify_first()
    seen = client.get(url("award-changes", made)).context["form"].initial
    made.publish(reason="再次更正")

    page = client.post(url("award-changes", made), {**seen, "reason": "申诉成立"})

    assert page.context["form"].non_field_errors()
    assert len(valid(made)) == len(issued)


def test_who_does_not_manage_awards_finds_no_page(client, made, issued):
    made.disqualify_first()
    client.force_login(UserFactory())

    assert client.get(url("award-changes", made)).status_code == 404


def test_the_proposals_of_the_version_before_go():
    made = field(31)
    award(made)

    make_awards(result_list=made.disqualify_first(), by=made.officer, at=NOW)

    assert set(TitleGrant.objects.values_list("person", flat=True)) == {
        made.person(2).pk,
        made.person(3).pk,
    }
