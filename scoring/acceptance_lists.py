"""Gathers signed sheets into the lists a chief judge accepts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from scoring.models import Sheet
from scoring.queries.signatures import code_of


@dataclass(frozen=True)
class SignedSheet:
    """A sheet its panel has signed, under the code of the work."""

    sheet: Sheet
    entry_code: str


@dataclass(frozen=True)
class AcceptanceList:
    """The signed sheets of one sub criterion, or all of them."""

    key: str
    label: str
    rows: list[SignedSheet]
    is_current: bool = False

    @classmethod
    def empty(cls) -> "AcceptanceList":
        """Return the list of an event in which nothing waits."""
        return cls("", "", [])

    @property
    def shown(self) -> dict[UUID, str]:
        """What the rows say, to be compared when the PIN comes."""
        return {row.sheet.pk: row.sheet.content_hash for row in self.rows}


def acceptance_lists(
    sheets: Sequence[Sheet], codes: Mapping[UUID, str], chosen: str
) -> list[AcceptanceList]:
    """Return a list for all that is signed, then one for each sub criterion."""
    found: dict[str, AcceptanceList] = {}
    for sheet in sheets:
        row = SignedSheet(sheet, code_of(dict(codes), sheet.entry_id))
        sub = sheet.sub_criterion
        for key, label in (
            (ALL, ""),
            (f"form-{sub.pk}", f"{sub.code} {sub.name}"),
        ):
            group = found.setdefault(key, AcceptanceList(key, label, []))
            group.rows.append(row)
    for group in found.values():
        group.rows.sort(key=lambda row: (row.sheet.sub_criterion.code, row.entry_code))
    current = chosen if chosen in found else ALL
    return [replace(group, is_current=key == current) for key, group in found.items()]


ALL = "all"
