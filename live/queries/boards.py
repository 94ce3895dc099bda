"""What a board may show of an event at this moment."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from competitions.models import Entry, Event
from competitions.queries.entry_names import entries_with_members, public_entry
from live.enums import BoardState, PublicationKind
from live.models import Board, Publication
from scoring.queries.ranking_now import (
    ModuleKey,
    ModuleNow,
    RankingNow,
    StandingNow,
)

# What a final board takes over from a row of the published result.
OFFICIAL = ("entry", "number", "rank", "name", "unit", "modules", "total")
NOTHING = "0.00"
SHORTEST_DISTRICT = 2


@dataclass(frozen=True)
class BoardEntry:
    """What a board may say of an entry."""

    number: str
    name: str
    unit: str
    is_out_of_contest: bool


def board_of(event: Event) -> BoardState:
    """Return what the board of an event was set to; hidden until somebody sets it."""
    board = Board.objects.filter(event=event).first()
    return BoardState(board.state) if board else BoardState.HIDDEN


def effective_state(event: Event, state: BoardState) -> BoardState:
    """Return what may be shown: sealed codes allow no more than progress.

    Until the marks are locked a name beside a total would tell a judge whose work
    stands behind a code.
    """
    if state is BoardState.FINAL and _results(event) is None:
        state = BoardState.LIVE
    is_sealed = event.blind_layers > 0 and event.marks_locked_at is None
    if is_sealed and state is BoardState.LIVE:
        return BoardState.PROGRESS
    return state


def progress_content(event: Event, now: RankingNow) -> dict[str, Any]:
    """Return a board that counts and names nobody."""
    return {**_head(event, BoardState.PROGRESS, now), "modules": [], "rows": []}


def ranked_content(
    event: Event,
    state: BoardState,
    now: RankingNow,
    before: Mapping[str, Any],
) -> dict[str, Any]:
    """Return a board of names and ranks over the modules complete for everyone.

    While no module is complete for all, the entries stand unranked by number.
    """
    names = names_of(event)
    earlier = {row["entry"]: row for row in before.get("rows", [])}
    bars = _bars(now)
    rows = [
        _row(standing, bars[standing.entry_id], names[standing.entry_id], earlier)
        for standing in now.rows
        if not names[standing.entry_id].is_out_of_contest
    ]
    rows.sort(key=lambda row: (row["rank"] or 0, row["number"]))
    return {
        **_head(event, state, now),
        "modules": [
            {"code": module.code, "name": module.name, "counts": module.is_counted}
            for module in now.modules
        ],
        "rows": rows,
    }


def final_content(event: Event, now: RankingNow) -> dict[str, Any]:
    """Return the board of a published result, in its order and with its totals."""
    results = _results(event)
    nothing: dict[str, Any] = {"version": 1, "modules": [], "rows": []}
    content = results.content if results else nothing
    return {
        **_head(event, BoardState.FINAL, now),
        "is_corrected": content["version"] > 1,
        "modules": [{**module, "counts": True} for module in content["modules"]],
        "rows": [
            {
                **{key: row[key] for key in OFFICIAL},
                "movement": 0,
                "changed": False,
            }
            for row in content["rows"]
            if row["rank"] is not None
        ],
    }


def _results(event: Event) -> Publication | None:
    return Publication.objects.filter(
        kind=PublicationKind.RESULTS, subject=str(event.pk), is_public=True
    ).first()


def names_of(event: Event) -> dict[UUID, BoardEntry]:
    """Return what a board may say of each entry; two statements."""
    entries = entries_with_members(
        Entry.objects.filter(event=event).select_related("organisation__district")
    )
    return {entry.pk: _board_entry(entry, event) for entry in entries}


def _board_entry(entry: Entry, event: Event) -> BoardEntry:
    public = public_entry(entry, event)
    number = f"{entry.number:02}" if entry.number else "–"
    return BoardEntry(
        number=number,
        name=public.name or number,
        unit=public.unit and _with_district(entry),
        is_out_of_contest=entry.is_out_of_contest,
    )


def _head(event: Event, state: BoardState, now: RankingNow) -> dict[str, Any]:
    competition = event.competition
    return {
        "event": {"name": event.name, "name_en": event.name_en, "group": event.group},
        "competition": {
            "id": str(competition.pk),
            "name": competition.name,
            "name_en": competition.name_en,
        },
        "time_zone": competition.time_zone,
        "state": state.value,
        "done": now.done,
        "expected": now.expected,
        "entries": len(now.rows),
    }


def _bars(now: RankingNow) -> dict[UUID, list[dict[str, str]]]:
    """Return the bar of every entry for every module; what does not count is empty.

    Paired by key and not by place: a tally written before a scheme was added or
    changed knows other modules than its neighbours, until it is written again.
    """
    full = {_key(bar): bar["max"] for row in now.rows for bar in row.modules}
    return {
        row.entry_id: [
            {
                "mark": _mark(row, module) if module.is_counted else NOTHING,
                "max": full[module.component, module.code],
            }
            for module in now.modules
        ]
        for row in now.rows
    }


def _mark(row: StandingNow, module: ModuleNow) -> str:
    """Return the mark of a module that counts: every entry has one."""
    marks: dict[ModuleKey, str] = {_key(bar): bar["mark"] for bar in row.modules}
    return marks[module.component, module.code]


def _key(bar: Mapping[str, str]) -> ModuleKey:
    return bar["component"], bar["code"]


def _row(
    standing: StandingNow,
    bars: list[dict[str, str]],
    public: BoardEntry,
    earlier: Mapping[str, Mapping[str, Any]],
) -> dict[str, Any]:
    key = str(standing.entry_id)
    before = earlier.get(key)
    total = str(standing.total)
    return {
        "entry": key,
        "number": public.number,
        "rank": standing.rank,
        "movement": _movement(before, standing.rank),
        "changed": before is not None and before["total"] != total,
        "name": public.name,
        "unit": public.unit,
        "modules": bars,
        "total": total,
    }


def _movement(before: Mapping[str, Any] | None, rank: int | None) -> int:
    """Return the places gained since the board before; 0 for a first appearance."""
    if before is None or before["rank"] is None or rank is None:
        return 0
    return int(before["rank"]) - rank


def _with_district(entry: Entry) -> str:
    """Return a unit behind the short name of its district, unless it bears that."""
    unit = entry.organisation
    district = _short(unit.district.name)
    return unit.name if district in unit.name else f"{district} · {unit.name}"


def _short(district: str) -> str:
    """Return 嵊州 for 嵊州市, as people say it; 市直 and other short words stay."""
    is_long = len(district) > SHORTEST_DISTRICT
    return district[:-1] if is_long and district[-1] in "市区县" else district
