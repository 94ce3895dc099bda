"""The office's pages of awards, titles and certificates, and who may open them."""

import pytest
from django.urls import reverse
from django.utils import timezone

from certificates.enums import GrantState
from certificates.models import (
    Award,
    AwardPolicy,
    Certificate,
    PolicyChoice,
    TitleGrant,
)
from people.models import Credential
from tests.certificates.podiums import award, certify, field, grant, podium
from tests.factories import RoleAssignmentFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def made():
    return field(31)


@pytest.fixture
def office(client, made):
    client.force_login(made.officer)
    return client


def url(name, *args):
    return reverse(f"certificates:{name}", args=args)


def test_the_awards_are_shown_before_they_are_made(office, made):
    made.publish()

    page = office.get(url("award-list", made.event.pk))

    assert "市级一类竞赛奖励办法（示例）" in page.content.decode()
    assert len(page.context["rows"]) == 3 + 6 + 9
    assert Award.objects.count() == 0


def test_the_officer_makes_the_awards_and_issues_certificates(office, made):
    made.publish(at=timezone.now())
    asked = office.get(url("awards-make", made.event.pk))

    office.post(url("awards-make", made.event.pk), asked.context["form"].initial)
    named = office.get(url("certificates-issue", made.event.pk))
    office.post(
        url("certificates-issue", made.event.pk), {"issued_on": timezone.localdate()}
    )

    assert asked.context["counts"] == [("一等奖", 3), ("二等奖", 6), ("三等奖", 9)]
    assert len(named.context["recipients"]) == 18
    assert made.person(1).name in named.content.decode()
    assert Award.objects.count() == 18
    assert Certificate.objects.count() == 18


def test_awards_that_were_looked_at_under_another_policy_are_not_made(office, made):
    made.publish()
    seen = office.get(url("awards-make", made.event.pk)).context["form"].initial
    other = AwardPolicy.objects.get(code="city-second-class")
    office.post(url("policy-choose", made.event.pk), {"policy": str(other.pk)})

    page = office.post(url("awards-make", made.event.pk), seen)

    assert page.context["form"].non_field_errors()
    assert Award.objects.count() == 0


def test_made_awards_name_their_policy_and_lead_to_their_certificates(office, made):
    (first, *_) = certify(made, awards=award(made).awards)

    page = office.get(url("award-list", made.event.pk)).content.decode()

    assert "市级一类竞赛奖励办法（示例）" in page
    assert url("certificate-detail", first.pk) in page


def test_the_certificates_of_titles_name_who_gets_one(office, made):
    grant(made, award(made).eligible[:1])

    page = office.get(url("title-certificates"))

    assert made.person(1).name in page.content.decode()


def test_a_certificate_of_a_day_before_the_result_is_refused_at_its_field(office, made):
    award(made)

    page = office.post(
        url("certificates-issue", made.event.pk), {"issued_on": "2020-01-01"}
    )

    assert list(page.context["form"].errors) == ["issued_on"]


@pytest.mark.parametrize("name", ["award-list", "awards-make"])
def test_awards_are_named_in_the_language_of_the_reader(office, made, name):
    made.publish()
    office.cookies["django_language"] = "en"

    page = office.get(url(name, made.event.pk))

    assert {row.name for row in page.context["rows"]} == {
        "First Prize",
        "Second Prize",
        "Third Prize",
    }


def test_certificates_and_policies_are_named_in_the_language_of_the_reader(
    office, made
):
    certify(made, awards=award(made).awards[:1])
    office.cookies["django_language"] = "en"

    listed = office.get(url("certificate-list")).content.decode()
    policies = office.get(url("policy-list")).content.decode()

    assert "First Prize" in listed
    assert made.event.name_en in listed
    assert "City competitions of class 1 (sample)" in policies


def test_awards_are_not_made_without_a_published_result(office, made):
    page = office.post(url("awards-make", made.event.pk), follow=True)

    assert [str(each) for each in page.context["messages"]]
    assert Award.objects.count() == 0


def test_titles_are_granted_by_a_document_through_the_pages(office, made):
    eligible = award(made, at=timezone.now()).eligible
    chosen = [str(each.pk) for each in eligible]

    asked = office.post(url("titles-grant"), {"grant": chosen})
    refused = office.post(
        url("titles-grant"),
        {"grant": chosen, "document_number": "", "document_title": "决定"},
    )
    office.post(
        url("titles-grant"),
        {
            "grant": chosen,
            "document_number": "绍市人社发〔2026〕41号",
            "document_title": "决定",
            "granted_on": timezone.localdate(),
        },
    )

    assert asked.status_code == 200
    assert "document_number" in refused.context["form"].errors
    assert Credential.objects.count() == 2


def test_a_second_proposal_for_one_person_is_left_out(office, made):
    eligible = award(made).eligible
    other = field(31)
    member = other.entries[0].members.get()
    member.person = made.person(1)
    member.save()
    chosen = [*eligible, *award(other).eligible]

    asked = office.post(url("titles-grant"), {"grant": [each.pk for each in chosen]})

    assert [each.person_id for each in asked.context["left_out"]] == [made.person(1).pk]
    assert len(asked.context["grants"]) == 3


def test_what_is_no_key_selects_nobody(office):
    page = office.post(url("titles-grant"), {"grant": "abc"})

    assert page.url == url("title-list")


def test_a_title_is_revoked_with_a_reason(office, made):
    (granted,) = grant(made, award(made).eligible[:1])

    office.post(
        url("title-revoke", granted.pk),
        {"reason": "成绩撤销", "revoked_on": "2026-12-20"},
    )

    granted.refresh_from_db()
    assert granted.state == GrantState.REVOKED


def test_every_list_opens_and_costs_the_same_for_many(
    office, made, django_assert_max_num_queries
):
    outcome = award(made)
    certify(made, awards=outcome.awards)
    grant(made, outcome.eligible[:1])

    with django_assert_max_num_queries(30):
        office.get(url("award-list", made.event.pk))
    with django_assert_max_num_queries(12):
        office.get(url("certificate-list"))
    for state in GrantState.values:
        with django_assert_max_num_queries(12):
            office.get(f"{url('title-list')}?state={state}")


def test_an_organiser_sees_only_the_certificates_of_the_own_competition(client, made):
    other = podium((90, 95), names=("别人",))
    certify(other, awards=award(other).awards)
    (own, *_) = certify(made, awards=award(made).awards)
    organiser = RoleAssignmentFactory(
        role__code="organiser", competition=made.event.competition
    ).user
    client.force_login(organiser)

    page = client.get(url("certificate-list")).content.decode()

    assert own.number in page
    assert "别人" not in page
    foreign = Certificate.objects.get(event=other.event)
    assert client.get(url("certificate-detail", foreign.pk)).status_code == 404
    assert client.get(url("certificate-pdf", foreign.pk)).status_code == 404


@pytest.mark.parametrize(
    "name", ["policy-list", "policy-add", "title-list", "certificate-list"]
)
def test_who_holds_no_role_finds_no_page(client, name):
    client.force_login(UserFactory())

    assert client.get(url(name)).status_code == 404


def test_a_policy_is_written_and_a_fixed_one_gets_a_next_version(office, made):
    sample = AwardPolicy.objects.get(code="city-first-class")
    data = {
        "name": "市级一类竞赛奖励办法",
        "name_en": "",
        "status": "in_force",
        "document_number": "绍市人社发〔2026〕7号",
        "base": "actual",
        **_blank("medals"),
        **_blank("titles"),
        "prizes-TOTAL_FORMS": "2",
        "prizes-INITIAL_FORMS": "0",
        "prizes-0-name": "一等奖",
        "prizes-0-kind": "percentage",
        "prizes-0-value": "10",
        "prizes-0-rounding": "ceil",
        "prizes-0-tie_at_boundary": "include_all",
        "prizes-1-name": "二等奖",
        "prizes-1-kind": "ranks",
        "prizes-1-first": "5",
        "prizes-1-last": "8",
        "prizes-1-tie_at_boundary": "office",
    }

    page = office.post(url("policy-edit", sample.pk), data)

    saved = AwardPolicy.objects.get(code="city-first-class", version=2)
    assert page.url == url("policy-detail", saved.pk)
    assert [line["places"] for line in saved.rules["prizes"]] == [
        {"kind": "percentage", "percent": "10", "rounding": "ceil", "at_least": 0},
        {"kind": "ranks", "first": 5, "last": 8},
    ]
    assert office.get(page.url).status_code == 200
    assert sample.rules == AwardPolicy.objects.get(pk=sample.pk).rules


def test_a_policy_in_force_needs_its_document(office):
    data = {
        "name": "办法",
        "status": "in_force",
        "base": "actual",
        **_blank("medals"),
        **_blank("titles"),
        "prizes-TOTAL_FORMS": "1",
        "prizes-INITIAL_FORMS": "0",
        "prizes-0-name": "一等奖",
        "prizes-0-kind": "count",
        "prizes-0-value": "3",
        "prizes-0-tie_at_boundary": "include_all",
    }

    page = office.post(url("policy-add"), data)

    assert page.context["form"].non_field_errors()
    assert AwardPolicy.objects.filter(name="办法").count() == 0


def test_every_policy_opens_in_words_and_as_a_form(office):
    for policy in AwardPolicy.objects.all():
        assert office.get(url("policy-detail", policy.pk)).status_code == 200
        assert office.get(url("policy-edit", policy.pk)).status_code == 200


@pytest.mark.parametrize(
    "code", ["city-first-class", "city-second-class", "worldskills-medals"]
)
def test_a_policy_sent_as_it_was_shown_says_the_same(office, code):
    sample = AwardPolicy.objects.get(code=code)
    page = office.get(url("policy-edit", sample.pk))

    office.post(url("policy-edit", sample.pk), _as_shown(page.context))

    saved = AwardPolicy.objects.get(code=code, version=2)
    assert {key: saved.rules[key] for key in ("prizes", "medals", "titles")} == {
        key: sample.rules.get(key, []) for key in ("prizes", "medals", "titles")
    }


def test_an_event_is_given_another_policy(office, made):
    policy = AwardPolicy.objects.get(code="city-second-class")

    office.post(url("policy-choose", made.event.pk), {"policy": str(policy.pk)})

    assert PolicyChoice.objects.get(event=made.event).policy == policy


def test_a_certificate_is_replaced_through_its_page(office, made):
    (old, *_) = certify(made, awards=award(made).awards)

    page = office.post(url("certificate-replace", old.pk), {"reason": "姓名有误"})

    old.refresh_from_db()
    assert page.url == url("certificate-detail", old.replaced_by.pk)
    assert office.get(page.url).status_code == 200


def test_nobody_proposed_means_a_page_that_says_so(office):
    assert TitleGrant.objects.count() == 0
    assert office.get(url("title-list")).status_code == 200


def _as_shown(context):
    """Return what a browser sends when nothing was changed, blank rows included."""
    forms = [context["form"]]
    for name in ("prizes", "medals", "titles"):
        forms += [context[name].management_form, *context[name].forms]
    data = {}
    for bound in (each for form in forms for each in form):
        value = bound.value()
        if value is not False and value not in (None, ""):
            data[bound.html_name] = value
    return data


def _blank(prefix):
    return {f"{prefix}-TOTAL_FORMS": "0", f"{prefix}-INITIAL_FORMS": "0"}
