"""Parts of a scheme as plain data, and back: what is taken out can be put in again."""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from scoring.rules.scheme import Aspect, Criterion, SubCriterion
from scoring.rules.scheme_hash import canonical
from scoring.rules.scheme_places import Item

Data = Mapping[str, Any]


def data_of(item: Item) -> dict[str, Any]:
    """Write a criterion, sub criterion or aspect as data that JSON holds."""
    data: dict[str, Any] = json.loads(canonical(item))
    return data


def part_of(data: Data) -> Item:
    """Read what ``data_of`` wrote; its fields tell which part it is."""
    if "sub_criteria" in data:
        return _criterion(data)
    return _sub_criterion(data) if "aspects" in data else _aspect(data)


def _criterion(data: Data) -> Criterion:
    subs = tuple(map(_sub_criterion, data["sub_criteria"]))
    return Criterion(data["letter"], data["name"], subs)


def _sub_criterion(data: Data) -> SubCriterion:
    aspects = tuple(map(_aspect, data["aspects"]))
    return SubCriterion(data["code"], data["name"], data["day"], aspects)


def _aspect(data: Data) -> Aspect:
    mark = data["max_mark"]
    own = {
        "details": tuple(data["details"]),
        "ladder": tuple(data["ladder"]),
        "max_mark": None if mark is None else Decimal(mark),
    }
    return Aspect(**{**data, **own})
