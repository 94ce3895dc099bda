"""What Django says of a field tells what would be right, in Chinese too."""

from datetime import date
from decimal import Decimal

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.utils import translation

DAYS = [("1", "一"), ("2", "二")]


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        (forms.CharField(), "", "此项必填，请填写或选择。"),
        (forms.CharField(max_length=3), "四个汉字", "最多 3 个字，现有 4 个。"),
        (forms.IntegerField(), "一", "请输入整数。"),
        (forms.DecimalField(), "一", "请输入数字。"),
        (forms.DecimalField(decimal_places=2), "1.234", "小数最多 2 位。"),
        (forms.IntegerField(min_value=1), "0", "请输入不小于 1 的数。"),
        (forms.DecimalField(max_value=Decimal(3)), "4", "请输入不大于 3 的数。"),
        (forms.DateField(), "明天", "请输入有效日期，例如 2026-11-23。"),
        (forms.ChoiceField(choices=DAYS), "3", "请从所列选项中选择，“3”不在其中。"),
        (forms.FileField(), None, "此项必填，请填写或选择。"),
    ],
)
def test_a_wrong_field_says_what_would_be_right(field, typed, sentence):
    with translation.override("zh-hans"), pytest.raises(ValidationError) as caught:
        field.clean(typed)

    assert caught.value.messages == [sentence]


def test_a_right_field_says_nothing():
    assert forms.DateField().clean("2026-11-23") == date(2026, 11, 23)
