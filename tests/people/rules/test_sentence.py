"""Sentences: filled in English, ready to be translated first."""

from people.rules.sentence import RuleBroken, Sentence


def test_sentence_fills_its_places():
    sentence = Sentence("{name} has {count} marks.", {"name": "A<B & C", "count": 3})

    assert str(sentence) == "A<B & C has 3 marks."


def test_sentence_leaves_braces_in_what_people_typed():
    assert str(Sentence("“{text}” is no number.", {"text": "{x}"})) == (
        "“{x}” is no number."
    )


def test_broken_rule_carries_its_sentence():
    sentence = Sentence("Write a number.")

    assert RuleBroken(sentence).sentence == sentence
