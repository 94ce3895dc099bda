"""How marking reads on the audit pages and among the activity."""

import pytest
from django.utils.translation import override

from audit import wording
from audit.models import AuditEvent
from tests.scoring.halls import build_hall, judged, measured

pytestmark = pytest.mark.django_db


def told(hall):
    """What was entered and taken back, in English, in its order."""
    events = AuditEvent.objects.filter(action__startswith="mark.").order_by("seq")
    with override("en"):
        return [wording.sentence(event) for event in events]


def test_a_value_of_the_whole_panel_belongs_to_no_seat():
    hall = build_hall(measured("4.00", calculation=1), dual=True)
    hall.mark(1, "3")
    hall.mark(2, "2")
    hall.mark(1, "", kind="clear", base_version=1)
    hall.mark(2, "", kind="clear", base_version=1)

    assert told(hall) == [
        "Entered the agreed value on sheet A1",
        "Entered the second pair's value on sheet A1",
        "Took the agreed value back on sheet A1",
        "Took the second pair's value back on sheet A1",
    ]


def test_a_judges_own_mark_names_his_seat():
    hall = build_hall(judged("3.00"))
    hall.mark(2, "3")
    hall.mark(2, "", kind="clear", base_version=1)

    assert told(hall) == [
        "Entered a mark on sheet A1, seat 2",
        "Took a mark back on sheet A1, seat 2",
    ]
