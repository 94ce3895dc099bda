"""Names before the public: as little as the organiser chose."""

import pytest

from competitions.rules.display_name import NameForm, display_name, surname_only


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        (NameForm.FULL, "欧阳娜娜"),
        (NameForm.SURNAME, "欧阳某"),
        (NameForm.NUMBER, "07"),
    ],
)
def test_name_is_shown_in_the_chosen_form(form, shown):
    assert display_name("欧阳娜娜", number="07", form=form) == shown


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("张三", "张某"),
        ("欧阳", "欧某"),
        ("单于飞", "单某"),
        ("阿卜杜拉·买买提", "阿某"),
        ("\U0002cb4e小芳", "\U0002cb4e某"),
        ("John R. Smith", "J. R. S."),
        ("A<B & C", "A. &. C."),
        ("", ""),
    ],
)
def test_surname_only_hides_the_given_name(name, shown):
    assert surname_only(name) == shown
