"""Names: middle dots, spaces, rare characters and the fifty characters."""

import pytest
from hypothesis import given, strategies as st

from people.rules.names import InvalidName, is_han, normalise_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("单娜", "单娜"),
        ("张　三", "张三"),
        (" 张 三\n", "张三"),
        ("阿卜杜拉·买买提", "阿卜杜拉·买买提"),
        ("阿卜杜拉•买买提・艾合买提江", "阿卜杜拉·买买提·艾合买提江"),
        ("阿卜杜拉 ． 买买提.江", "阿卜杜拉·买买提·江"),
        ("李\U0002cb4e", "李\U0002cb4e"),
        ("\U0002cb4e·\U0002ebf0", "\U0002cb4e·\U0002ebf0"),
        ("John  R.  Smith", "John R. Smith"),
        ("A<B & C", "A<B & C"),
        ('=HYPERLINK("x")', '=HYPERLINK("x")'),
        ("葛\U000e0100 城", "葛\U000e0100城"),
        ("王\u200b芳\ufeff", "王芳"),
        ("·" * 50, "·" * 50),
        ("\U0002cb4e" * 50, "\U0002cb4e" * 50),
    ],
)
def test_name_is_kept_as_its_bearer_writes_it(text, name):
    assert normalise_name(text) == name


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (" \u3000\n", "The name is empty"),
        ("王" * 51, "The name has 51 characters; at most 50 are possible."),
        ("王\x00芳", "Character 2 of the name is an invisible control character"),
        ("王芳\u202e", "Character 3 of the name is an invisible control character"),
    ],
)
def test_name_refusal_says_what_would_be_right(text, sentence):
    with pytest.raises(InvalidName) as caught:
        normalise_name(text)

    assert sentence in str(caught.value)


@pytest.mark.parametrize(
    ("character", "han"),
    [("张", True), ("\u3007", True), ("\U00031350", True), ("·", False), ("A", False)],
)
def test_han_characters_of_all_extensions_are_known(character, han):
    assert is_han(character) is han


@given(st.text(st.characters(exclude_categories=["C"]), max_size=50))
def test_normalising_a_name_twice_changes_nothing(text):
    try:
        name = normalise_name(text)
    except InvalidName:
        return

    assert normalise_name(name) == name
