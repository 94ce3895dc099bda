"""Sort keys: surnames read as surnames, units as texts."""

import pytest

from people.pinyin import organisation_sort_key, person_sort_key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("王小明", "wang xiao ming"),
        ("单小明", "shan xiao ming"),
        ("区伟", "ou wei"),
        ("曾国强", "zeng guo qiang"),
        ("仇英", "qiu ying"),
        ("解放", "xie fang"),
        ("单于飞", "chan yu fei"),
        ("尉迟恭", "yu chi gong"),
        ("阿卜杜拉·艾力", "a bo du la · ai li"),
        ("王𬭎", "wang hong"),
        ("Anna Smith", "anna smith"),
        ("A<B & C", "a<b & c"),
    ],
)
def test_person_is_sorted_by_the_reading_of_the_name(name, key):
    assert person_sort_key(name) == key


def test_unit_is_read_as_a_text():
    key = "dan wei chong qing zhong xing ji xie chang"
    assert organisation_sort_key("单位重庆重型机械厂") == key


def test_key_of_a_long_name_fits_its_column():
    assert len(person_sort_key("庄" * 50)) == 300
    assert len(organisation_sort_key("庄" * 120)) == 300
