"""Awards: what a published result earns under the policy of its event."""

from collections import Counter
from decimal import Decimal

import pytest

from certificates.models import Award, AwardPolicy, PolicyChoice, TitleGrant
from certificates.services.awards import ChangesUnseen, NotPublished, make_awards
from people.enums import CredentialKind
from people.models import Credential
from scoring.services.results import prepare_results
from tests.certificates.podiums import award, awards_of, certify, field, podium
from tests.factories import NOW

pytestmark = pytest.mark.django_db


def test_47_entrants_give_4_first_9_second_and_14_third_prizes():
    made = field(47)

    award(made)

    assert Counter(code for _, code in awards_of(made)) == {
        "first": 4,
        "second": 9,
        "third": 14,
    }


def test_a_tie_at_the_end_of_the_first_prize_gives_it_to_both():
    made = podium((90, 95), (90, 94), (90, 94), *[(80, 80 - n) for n in range(17)])

    award(made)

    assert awards_of(made)[:4] == [
        (1, "first"),
        (2, "first"),
        (2, "first"),
        (4, "second"),
    ]


def test_a_failed_theory_keeps_the_prize_and_loses_the_title():
    marks = [(58, 92), (90, 80), *[(70, 70 - Decimal(n) / 10) for n in range(30)]]
    made = podium(*marks)

    outcome = award(made)

    best = made.entries[0]
    assert Award.objects.get(entry=best).code == "first"
    assert [grant.person_id for grant in outcome.eligible] == [made.person(2).pk]


def test_a_field_that_is_too_small_gives_prizes_and_no_title():
    made = field(29)

    assert award(made).eligible == []
    assert len(awards_of(made)) == 2 + 5 + 8


def test_students_get_no_title_of_workers():
    assert award(field(31, group="students")).eligible == []


def test_who_holds_the_title_is_not_proposed_again():
    made = field(31)
    Credential.objects.create(
        person=made.person(1),
        kind=CredentialKind.TITLE,
        code="shaoxing-technical-expert",
        name="绍兴市技术能手",
        source_key="earlier",
        issued_on=NOW.date(),
    )

    assert [each.person_id for each in award(made).eligible] == [made.person(2).pk]


def test_making_awards_again_changes_nothing():
    made = field(31)
    result_list = made.publish()
    first = make_awards(result_list=result_list, by=made.officer, at=NOW)

    again = make_awards(result_list=result_list, by=made.officer, at=NOW)

    assert {each.pk for each in again.awards} == {each.pk for each in first.awards}
    assert Award.objects.count() == len(first.awards)
    assert TitleGrant.objects.count() == len(first.eligible)


def test_a_provisional_result_gives_nothing():
    made = field(5)
    prepared = prepare_results(event=made.event, by=made.officer, at=NOW)

    with pytest.raises(NotPublished):
        make_awards(result_list=prepared, by=made.officer, at=NOW)


def test_a_corrected_result_replaces_the_awards_of_the_first():
    made = podium((90, 95), (90, 90), (90, 85))
    award(made)

    make_awards(result_list=made.disqualify_first(), by=made.officer, at=NOW)

    first = Award.objects.get(result_list__event=made.event, code="first")
    assert first.entry == made.entries[1]


def test_a_corrected_result_waits_while_it_takes_certificates_back():
    made = podium((90, 95), (90, 90), (90, 85))
    certify(made, awards=award(made).awards)

    with pytest.raises(ChangesUnseen):
        make_awards(result_list=made.disqualify_first(), by=made.officer, at=NOW)


def test_an_event_follows_the_policy_that_was_chosen_for_it():
    made = podium((90, 95), (90, 90), (90, 85))
    policy = AwardPolicy.objects.create(
        code="one",
        name="只设一等奖",
        rules={
            "prizes": [
                {
                    "code": "first",
                    "name": "一等奖",
                    "places": {"kind": "count", "count": 1},
                }
            ]
        },
        created_at=NOW,
    )
    PolicyChoice.objects.create(event=made.event, policy=policy)

    award(made)

    assert awards_of(made) == [(1, "first")]
