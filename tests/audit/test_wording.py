"""How events read: registered sentences, and what is left of unknown ones."""

import pytest
from django.utils import translation
from django.utils.translation import gettext_lazy

from audit import wording
from audit.models import AuditEvent


@pytest.mark.parametrize(
    ("payload", "expected"),
    [
        ({"name": "王·艾力"}, "Approved 王·艾力"),
        ({"name": "100 % A<B & C"}, "Approved 100 % A<B & C"),
        ({"name": ["A1", "B2"]}, "Approved A1, B2"),
        ({}, "Approved –"),
    ],
)
def test_sentence_is_filled_from_the_payload(payload, expected):
    wording.register("entry.tested", "Approved %(name)s")
    event = AuditEvent(action="entry.tested", payload=payload)
    assert wording.sentence(event) == expected


def test_sentence_follows_the_language_of_the_reader():
    wording.register("day.tested", gettext_lazy("Monday"))
    event = AuditEvent(action="day.tested", payload={})
    with translation.override("zh-hans"):
        assert wording.sentence(event) == "星期一"
    with translation.override("en"):
        assert wording.sentence(event) == "Monday"


def test_action_without_wording_shows_its_code():
    event = AuditEvent(action="entry.unheard_of", payload={})
    assert wording.sentence(event) == "entry.unheard_of"
