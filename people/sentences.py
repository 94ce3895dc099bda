"""Puts the sentences of the rules into the reader's language and beside a field."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from people.rules.sentence import RuleBroken, Sentence


def in_words(sentence: Sentence) -> str:
    """Return a sentence in the reader's language, its places filled."""
    return gettext(sentence.text).format(**sentence.parameters)


@contextmanager
def naming(field: str) -> Iterator[None]:
    """Turn a broken rule into a ValidationError that names the field."""
    try:
        yield
    except RuleBroken as error:
        raise ValidationError({field: in_words(error.sentence)}) from error
