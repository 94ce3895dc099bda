"""Days and moments are written one way in each language."""

from datetime import UTC, date, datetime

import pytest
from django.utils import translation
from django.utils.formats import date_format

DAY, MOMENT = date(2026, 5, 3), datetime(2026, 5, 3, 10, 42, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "value", "name", "written"),
    [
        ("zh-hans", DAY, "DATE_FORMAT", "2026年5月3日"),
        ("zh-hans", DAY, "MONTH_DAY_FORMAT", "5月3日"),
        ("zh-hans", MOMENT, "DATETIME_FORMAT", "2026年5月3日 10:42"),
        ("zh-hans", MOMENT, "SHORT_DATETIME_FORMAT", "2026年5月3日 10:42"),
        ("en", DAY, "DATE_FORMAT", "3 May 2026"),
        ("en", DAY, "MONTH_DAY_FORMAT", "3 May"),
        ("en", MOMENT, "DATETIME_FORMAT", "3 May 2026, 10:42"),
        ("en", MOMENT, "SHORT_DATETIME_FORMAT", "3 May 2026, 10:42"),
    ],
)
def test_how_days_and_moments_are_written(language, value, name, written):
    with translation.override(language):
        assert date_format(value, name) == written
