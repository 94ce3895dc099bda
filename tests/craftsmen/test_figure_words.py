"""A figure of the year reads as people write: no gaps between Chinese sentences."""

from datetime import date

import pytest
from django.utils.translation import override

from craftsmen.figure_words import basis_words, forecast_words
from craftsmen.models import Indicator, Target
from craftsmen.queries.figures import figures_of
from tests.factories import CompetitionFactory

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 23)


@pytest.fixture
def figure():
    for _ in range(3):
        CompetitionFactory(state="preparation")
    indicator = Indicator.objects.get(code="city-competitions")
    Target.objects.create(
        indicator=indicator, year=2026, value=5, document_number="绍人社〔2026〕3号"
    )
    return figures_of(2026, TODAY)[0]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh-hans", "全年预测 3。另有 3 项已排期。还差 5。"),
        (
            "en",
            "Forecast for the year: 3. 3 are still planned. 5 are missing.",
        ),
    ],
)
def test_forecast_plan_and_gap_follow_one_another(figure, language, words):
    with override(language):
        assert forecast_words(figure) == words


def test_a_figure_without_plan_and_target_has_its_forecast_only():
    with override("en"):
        assert forecast_words(figures_of(2026, TODAY)[0]) == (
            "Forecast for the year: 0."
        )


def test_the_definition_ends_with_the_document_of_the_target(figure):
    with override("zh-hans"):
        assert basis_words(figure) == (
            f"{figure.indicator.definition}指标依据：绍人社〔2026〕3号。"
        )
