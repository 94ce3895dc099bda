"""Boards: what they show in each state, and what they never show too early."""

import json

import pytest

from competitions.enums import BlindLayers, NameDisplay
from live.enums import BoardState, PublicationKind
from live.models import Publication
from live.services.boards import publish_board, set_board
from tests.factories import NOW


def show(hall, state):
    set_board(event=hall.event, state=state, by=hall.officer, at=NOW)


def board(hall):
    return Publication.objects.get(
        kind=PublicationKind.BOARD, subject=str(hall.event.pk)
    )


def places(hall):
    return [
        (row["number"], row["rank"], row["total"], row["movement"])
        for row in board(hall).content["rows"]
    ]


def test_a_board_is_hidden_until_somebody_shows_it(hall):
    hall.mark(hall.theory, "90", "80")

    publish_board(event_id=hall.event.pk, at=NOW)

    assert not Publication.objects.filter(kind=PublicationKind.BOARD).exists()


def test_progress_counts_and_names_nobody(hall):
    hall.mark(hall.theory, "90.25", "80.75")
    hall.mark(hall.practical, "71.50")

    show(hall, BoardState.PROGRESS)

    content = board(hall).content
    assert (content["done"], content["expected"]) == (3, 4)
    text = json.dumps(content, ensure_ascii=False)
    assert [word for word in ("选手", "90.25", "71.50", "rank") if word in text] == []


def test_only_modules_complete_for_everyone_count(hall):
    hall.mark(hall.theory, "90", "80")
    hall.mark(hall.practical, "10")

    show(hall, BoardState.LIVE)

    assert places(hall) == [("01", 1, "18.00", 0), ("02", 2, "16.00", 0)]
    assert [each["counts"] for each in board(hall).content["modules"]] == [True, False]
    assert "10.00" not in json.dumps(board(hall).content["rows"])


def test_overtaking_shows_as_movement(hall):
    show(hall, BoardState.LIVE)
    hall.mark(hall.theory, "90", "80")
    publish_board(event_id=hall.event.pk, at=NOW)

    hall.mark(hall.practical, "50", "90")
    publish_board(event_id=hall.event.pk, at=NOW)

    assert places(hall) == [("02", 1, "88.00", 1), ("01", 2, "58.00", -1)]


def test_sealed_codes_allow_progress_only(hall):
    hall.event.blind_layers = BlindLayers.ONE
    hall.event.save(update_fields=["blind_layers"])
    hall.mark(hall.theory, "90", "80")

    show(hall, BoardState.LIVE)

    assert board(hall).content["state"] == "progress"
    assert board(hall).content["rows"] == []


def test_sealed_codes_open_once_the_marks_are_locked(hall):
    hall.event.blind_layers, hall.event.marks_locked_at = BlindLayers.ONE, NOW
    hall.event.save(update_fields=["blind_layers", "marks_locked_at"])
    hall.mark(hall.theory, "90", "80")

    show(hall, BoardState.LIVE)

    assert board(hall).content["state"] == "live"


def test_hiding_a_board_empties_its_snapshot(hall):
    hall.mark(hall.theory, "90", "80")
    show(hall, BoardState.LIVE)

    show(hall, BoardState.HIDDEN)

    assert (board(hall).content, board(hall).is_public) == ({}, False)


def test_the_same_content_keeps_its_version(hall):
    hall.mark(hall.theory, "90", "80")
    show(hall, BoardState.LIVE)
    version = board(hall).version

    publish_board(event_id=hall.event.pk, at=NOW)

    assert board(hall).version == version


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (NameDisplay.FULL, ["选手甲", "选手乙"]),
        (NameDisplay.SURNAME, ["选某", "选某"]),
        (NameDisplay.NUMBER, ["1", "2"]),
    ],
)
def test_names_are_shown_as_the_event_says(hall, form, expected):
    hall.event.name_display = form
    hall.event.save(update_fields=["name_display"])
    hall.mark(hall.theory, "90", "80")

    show(hall, BoardState.LIVE)

    assert [row["name"] for row in board(hall).content["rows"]] == expected


def test_guests_out_of_contest_are_not_on_the_board(hall):
    guest = hall.entries[0]
    guest.is_out_of_contest = True
    guest.save(update_fields=["is_out_of_contest"])
    hall.mark(hall.theory, "90", "80")

    show(hall, BoardState.LIVE)

    assert places(hall) == [("02", 1, "16.00", 0)]


@pytest.mark.parametrize(
    ("unit", "district", "shown"),
    [
        ("东方机械有限公司", "嵊州市", "嵊州 · 东方机械有限公司"),
        ("嵊州东方机械有限公司", "嵊州市", "嵊州东方机械有限公司"),
        ("绍兴职业技术学院", "市直", "市直 · 绍兴职业技术学院"),
    ],
)
def test_a_unit_stands_behind_its_district_unless_it_bears_the_name(
    hall, unit, district, shown
):
    organisation = hall.entries[0].organisation
    organisation.name = unit
    organisation.district.name = district
    organisation.district.save()
    organisation.save()
    hall.mark(hall.theory, "90", "80")

    show(hall, BoardState.LIVE)

    assert board(hall).content["rows"][0]["unit"] == shown
