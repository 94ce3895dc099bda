"""Numbers and days that a decision or a certificate can bear."""

from datetime import date

import pytest

from certificates.rules.paper_days import (
    ImplausibleDay,
    ImplausibleNumber,
    check_day,
    check_document_number,
    check_signing_day,
)

PUBLISHED = date(2026, 11, 20)
TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    "number",
    [
        "绍市人社发〔2026〕41号",
        "绍市人社发[2026]41号",
        "绍市人社发（2026）41号（示例）",
        "国发１９９８年第１２号",
        "2026年第3号令",
    ],
)
def test_the_numbers_of_documents_pass(number):
    assert check_document_number(number) is None


@pytest.mark.parametrize(
    "number", ["abc", "41", "2026", "〔2026〕", "20264101", "第41号"]
)
def test_what_has_no_year_and_serial_is_no_number(number):
    with pytest.raises(ImplausibleNumber, match=number):
        check_document_number(number)


@pytest.mark.parametrize("day", [PUBLISHED, date(2026, 11, 21), TODAY])
def test_days_from_publication_to_today_pass(day):
    assert check_day(day, published_on=PUBLISHED, today=TODAY) is None


@pytest.mark.parametrize(
    ("day", "named"), [(date(2026, 11, 19), PUBLISHED), (date(2026, 11, 24), TODAY)]
)
def test_a_day_outside_names_the_day_that_would_be_right(day, named):
    with pytest.raises(ImplausibleDay, match=named.isoformat()):
        check_day(day, published_on=PUBLISHED, today=TODAY)


def test_what_rests_on_no_result_may_be_of_any_day_up_to_today():
    assert check_day(date(1998, 1, 1), published_on=None, today=TODAY) is None


def test_no_certificate_of_a_title_before_its_decision():
    with pytest.raises(ImplausibleDay, match="granted"):
        check_signing_day(date(2026, 11, 19), decided_on=PUBLISHED, today=TODAY)
