"""The worklist: everything the tablet needs, in a fixed number of statements."""

from decimal import Decimal

import pytest

from scoring.queries.worklist import worklist
from scoring.rules.scheme import Aspect
from tests.scoring.halls import build_hall, judged, measured

pytestmark = pytest.mark.django_db

STATEMENTS = 12


def seen(hall, seat=1):
    return worklist(event=hall.event, judge=hall.judges[seat - 1], device_id=None)


def test_the_statements_do_not_depend_on_sheets_or_marks(django_assert_num_queries):
    small = build_hall(judged("3.00"))
    large = build_hall(*[judged("1.00") for _ in range(9)], entries=7)
    for entry in range(7):
        large.mark_all("2", "2", "2", position=1, entry=entry)
        large.mark(1, "·", kind="note", position=2, entry=entry)

    with django_assert_num_queries(STATEMENTS):
        assert len(seen(small)["sheets"]) == 2
    with django_assert_num_queries(STATEMENTS):
        assert len(seen(large)["sheets"]) == 14


def test_sheets_come_by_form_and_within_it_by_code():
    hall = build_hall(entries=3)

    assert [(sheet["code"], sheet["entry_code"]) for sheet in seen(hall)["sheets"]] == [
        ("A1", "B-001"),
        ("A1", "B-002"),
        ("A1", "B-003"),
        ("B1", "B-001"),
        ("B1", "B-002"),
        ("B1", "B-003"),
    ]


def test_aspects_are_numbered_within_their_kind():
    hall = build_hall(judged("1.00"), measured("1.00"), judged("1.00"))

    assert [aspect["label"] for aspect in seen(hall)["sheets"][0]["aspects"]] == [
        "J1",
        "M1",
        "J2",
    ]


@pytest.mark.parametrize(
    ("aspect", "expected"),
    [
        (judged("1.00"), ("ladder", None, None, None)),
        (measured("1.00"), ("yes_no", None, None, None)),
        (measured("1.00", calculation=1), ("count", "0", "4", "1")),
        (measured("1.00", calculation=2), ("mark", "0", "1.00", "0.01")),
        (measured("1.00", calculation=3), ("number", None, None, None)),
    ],
)
def test_every_aspect_says_what_is_entered(aspect, expected):
    hall = build_hall(aspect)

    asked = seen(hall)["sheets"][0]["aspects"][0]["input"]

    assert (asked["kind"], asked["min"], asked["max"], asked["step"]) == expected


def test_the_tablet_gets_texts_as_they_were_written():
    hall = build_hall(
        Aspect(
            kind="J",
            description="A<B & C 𬭎",
            details=("一", "二"),
            section=1,
            max_mark=Decimal("1.50"),
            ladder=("零", "一", "二", "三"),
            heading="外观",
        )
    )

    aspect = seen(hall)["sheets"][0]["aspects"][0]

    assert (aspect["description"], aspect["details"]) == ("A<B & C 𬭎", ["一", "二"])
    assert (aspect["heading"], aspect["max_mark"]) == ("外观", "1.50")
    assert aspect["ladder"] == ["零", "一", "二", "三"]


def test_a_co_signer_waits_for_the_recorder():
    hall = build_hall(measured("4.00", calculation=1))

    co_signer = seen(hall, 3)["sheets"][0]
    assert (co_signer["done"], co_signer["expected"]) == (0, 1)
    assert co_signer["aspects"][0]["mine"] is None
    assert co_signer["aspects"][0]["locked"]

    hall.mark(1, "2")
    assert seen(hall, 3)["sheets"][0]["done"] == 1


def test_the_answer_tells_where_the_sheet_stands_after_the_batch():
    hall = build_hall(judged("1.00"), measured("4.00", calculation=1))
    hall.mark(2, "2")
    hall.mark(3, "2")

    answers = hall.send(1, hall.operation("3", position=2), hall.operation("2"))

    assert [answer.sheet["mark"] for answer in answers] == ["3.67", "3.67"]
    assert [answer.sheet["done"] for answer in answers] == [2, 2]
    assert answers[0].sheet["state"] == "complete"
