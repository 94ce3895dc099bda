"""Policies as JSON: round trips, defaults and sentences that name the field."""

import json
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from certificates.rules.award_policy import (
    AwardPolicy,
    Base,
    FixedCount,
    MedalLine,
    Percentage,
    PolicyStatus,
    PrizeLine,
    RankRange,
    ScoreThreshold,
    ShareRounding,
    TieAtBoundary,
    TitleLine,
)
from certificates.rules.award_policy_json import from_json, to_json
from certificates.rules.award_reasons import (
    SENTENCES,
    Explanation,
    Reason,
    read_explanation,
)
from certificates.rules.stored_fields import InvalidPolicy

words = st.text(min_size=1, max_size=8).map(str.strip).filter(bool)
counts = st.integers(1, 99)
amounts = st.decimals(0, 100, places=2)
places = st.one_of(
    st.builds(FixedCount, counts),
    st.builds(Percentage, amounts, st.sampled_from(ShareRounding), counts),
    counts.map(lambda first: RankRange(first, first + 2)),
    st.builds(ScoreThreshold, amounts),
)
ties = st.sampled_from(TieAtBoundary)
policies = st.builds(
    AwardPolicy,
    version=counts,
    document_number=words,
    status=st.sampled_from(PolicyStatus),
    base=st.sampled_from(Base),
    prizes=st.lists(
        st.builds(PrizeLine, words, words, places, words, ties), max_size=4
    ).map(tuple),
    medals=st.lists(
        st.builds(MedalLine, words, words, st.sampled_from(["gold", "excellence"])),
        max_size=2,
    ).map(tuple),
    titles=st.lists(
        st.builds(
            TitleLine,
            title=words,
            last_ranks=st.dictionaries(counts, counts, min_size=1, max_size=3),
            groups=st.frozensets(words, max_size=2),
            requires_all_parts_passed=st.booleans(),
            minimum_participants=counts,
            excludes_holders_of=st.frozensets(words, max_size=2),
            skip_ineligible=st.booleans(),
            tie_at_boundary=ties,
        ),
        max_size=3,
    ).map(tuple),
)


@given(policies)
def test_policy_survives_the_database(policy):
    assert from_json(json.loads(json.dumps(to_json(policy)))) == policy


def test_empty_policy_is_a_draft_that_gives_nothing():
    assert from_json({}) == AwardPolicy()


def test_percentage_keeps_its_decimals_as_text():
    line = PrizeLine("1", "一等奖", Percentage(Decimal("12.50")))

    stored = json.dumps(to_json(AwardPolicy(prizes=(line,))))

    assert '"percent": "12.50"' in stored


PRIZE = {"code": "1", "name": "一等奖", "places": {"kind": "count", "count": 1}}
TITLE = {"title": "t", "last_ranks": {"1": 3}}


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ([], "The policy must be an object with named fields."),
        ({"version": 0}, "version must be a whole number from 1."),
        ({"version": True}, "version must be a whole number from 1."),
        ({"status": "law"}, "status must be one of sample, draft, in_force."),
        ({"prizes": {}}, "prizes must be a list."),
        ({"prizes": ["1"]}, "prizes[0] must be an object with named fields."),
        ({"prizes": [PRIZE | {"name": " "}]}, "prizes[0].name must be a text."),
        (
            {"prizes": [PRIZE | {"places": {"kind": "luck"}}]},
            "prizes[0].places.kind must be one of count, percentage, ranks, score.",
        ),
        (
            {"prizes": [PRIZE | {"places": {"kind": "count", "count": "2"}}]},
            "prizes[0].places.count must be a whole number from 1.",
        ),
        (
            {"prizes": [PRIZE | {"places": {"kind": "percentage", "percent": "x"}}]},
            "prizes[0].places.percent must be a number in quotation marks,",
        ),
        (
            {
                "prizes": [
                    PRIZE,
                    PRIZE | {"places": {"kind": "ranks", "first": 3, "last": 2}},
                ]
            },
            "prizes[1].places.last must be a whole number from 3.",
        ),
        (
            {"medals": [{"name": "铜牌", "medal": "tin"}]},
            "medals[0].medal must be one of gold, silver, bronze, excellence.",
        ),
        (
            {"titles": [TITLE | {"last_ranks": {}}]},
            "titles[0].last_ranks must name a last rank for each team size, such",
        ),
        (
            {"titles": [TITLE | {"last_ranks": {"1": 0}}]},
            "titles[0].last_ranks.1 must be a whole number from 1.",
        ),
        (
            {"titles": [TITLE | {"groups": [1]}]},
            "titles[0].groups must be a list of texts.",
        ),
        (
            {"titles": [TITLE | {"skip_ineligible": "no"}]},
            "titles[0].skip_ineligible must be true or false.",
        ),
    ],
)
def test_policy_that_cannot_be_is_refused_by_field(data, sentence):
    with pytest.raises(InvalidPolicy) as caught:
        from_json(data)

    assert sentence in str(caught.value)


def test_every_reason_has_a_sentence():
    assert set(SENTENCES) == set(Reason)


def test_explanation_is_stored_as_code_and_values():
    explanation = Explanation(Reason.RANK, {"rank": 2, "first": 1, "last": 3})

    stored = json.loads(json.dumps(explanation.to_json()))

    assert stored == {"code": "rank", "values": {"rank": 2, "first": 1, "last": 3}}
    assert read_explanation(stored) == explanation
