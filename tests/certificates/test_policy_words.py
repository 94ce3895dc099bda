"""A policy reads as people write, in either language."""

import pytest
from django.utils.translation import override

from certificates.policy_words import policy_sentences

pytestmark = pytest.mark.django_db


def policy(**places):
    first = {"code": "first", "name": "一等奖", "name_en": "First Prize"}
    return {
        "base": "actual",
        "prizes": [{**first, "places": places, "tie_at_boundary": "include_all"}],
    }


@pytest.mark.parametrize(
    ("language", "name", "text"),
    [
        ("zh-hans", "一等奖", "第 2 至 3 名。末位并列者均可获得。"),
        (
            "en",
            "First Prize",
            "Ranks 2 to 3. Whoever shares the last place gets it too.",
        ),
    ],
)
def test_sentences_follow_one_another_as_the_language_has_it(language, name, text):
    with override(language):
        (sentence,) = policy_sentences(policy(kind="ranks", first=2, last=3))

    assert (sentence.name, sentence.text) == (name, text)


def test_one_rank_is_no_range():
    with override("zh-hans"):
        (sentence,) = policy_sentences(policy(kind="ranks", first=1, last=1))

    assert sentence.text.startswith("第 1 名。")
