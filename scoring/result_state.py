"""The steps of a result as a strip: provisional, checked, published."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from people.models import User
from scoring.enums import ResultState
from scoring.models import ResultList

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

_ORDER = (ResultState.PROVISIONAL, ResultState.CHECKED, ResultState.PUBLISHED)


@dataclass(frozen=True)
class Step:
    """One step: its word, how it looks, and who took it when."""

    name: "_StrOrPromise"
    look: str
    by: User | None
    at: datetime | None


def steps_of(result_list: ResultList | None) -> list[Step]:
    """Return the three steps; without a list, or with one sent back, all lie ahead."""
    return list(_steps(result_list))


def _steps(result_list: ResultList | None) -> Iterator[Step]:
    taken = _taken(result_list)
    reached = sum(at is not None for _by, at in taken)
    for place, (state, (by, at)) in enumerate(zip(_ORDER, taken, strict=True), start=1):
        look = "ahead"
        if place < reached or (place == reached == len(_ORDER)):
            look = "done"
        elif place == reached:
            look = "current"
        yield Step(state.label, look, by, at)


def _taken(
    result_list: ResultList | None,
) -> list[tuple[User | None, datetime | None]]:
    if result_list is None or result_list.state == ResultState.RETURNED:
        return [(None, None)] * len(_ORDER)
    return [
        (result_list.created_by, result_list.created_at),
        (result_list.checked_by, result_list.checked_at),
        (result_list.published_by, result_list.published_at),
    ]
