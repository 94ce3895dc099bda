"""Names that are kept in two languages."""

from collections.abc import Iterable

from django.utils.translation import get_language


def in_own_language(chinese: str, english: str) -> str:
    """Return the name in the reader's language, Chinese when there is no other."""
    return english if get_language() == "en" and english else chinese


def joined(*sentences: str) -> str:
    """Return sentences as one text: with spaces between them, in Chinese without."""
    gap = " " if get_language() == "en" else ""
    return gap.join(filter(None, sentences))


def listed(names: Iterable[str]) -> str:
    """Return names as one text, in Chinese with 顿号 between them."""
    return (", " if get_language() == "en" else "、").join(names)
