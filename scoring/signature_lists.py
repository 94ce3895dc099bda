"""Gathers a judge's sheets into the lists he signs: a sub criterion or a day's work."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from scoring.queries.signatures import SheetToSign, SignedTogether


@dataclass(frozen=True)
class SignatureList:
    """Sheets that are signed together, what is missing first."""

    key: str
    label: str
    sheets: list[SheetToSign]
    is_current: bool = False

    @classmethod
    def empty(cls) -> "SignatureList":
        """Return the list of an event without sheets."""
        return cls("", "", [])

    @property
    def blank(self) -> list[SheetToSign]:
        """Sheets on which something is missing."""
        return [each for each in self.sheets if not (each.is_ready or each.is_signed)]

    @property
    def ready(self) -> list[SheetToSign]:
        """Sheets the PIN signs."""
        return [each for each in self.sheets if each.waits]

    @property
    def signed(self) -> list[SheetToSign]:
        """Sheets the judge has signed."""
        return [each for each in self.sheets if each.is_signed]

    @property
    def is_done(self) -> bool:
        """Whether the judge has signed every sheet of it."""
        return bool(self.sheets) and all(each.is_signed for each in self.sheets)

    @property
    def receipts(self) -> list[SignedTogether]:
        """What the judge got for the sheets he signed, the latest first."""
        found = {each.receipt for each in self.signed if each.receipt}
        return sorted(found, key=lambda each: each.signed_at, reverse=True)

    @property
    def has_many_forms(self) -> bool:
        """Whether a row must say of which form it is."""
        return len({each.sheet.sub_criterion_id for each in self.sheets}) > 1

    @property
    def shown(self) -> dict[UUID, str]:
        """What would be signed, to be compared when the PIN comes.

        The fingerprint, not the total: two values that changed places sum to the same.
        """
        return {each.sheet.pk: each.content_hash for each in self.ready}


def lists_of(sheets: Sequence[SheetToSign], chosen: str) -> list[SignatureList]:
    """Return the lists by sub criterion, then by day; the chosen one is current.

    Without a choice it is the first with something to sign.
    """
    found = [
        *_grouped(
            sheets,
            lambda each: f"form-{each.sheet.sub_criterion_id}",
            lambda each: (
                f"{each.sheet.sub_criterion.code} {each.sheet.sub_criterion.name}"
            ),
        ),
        *_grouped(
            [each for each in sheets if each.sheet.sub_criterion.day],
            lambda each: f"day-{each.sheet.sub_criterion.day}",
            lambda each: _("All of day %s") % each.sheet.sub_criterion.day,
        ),
    ]
    keys = {each.key for each in found}
    waiting = (each.key for each in found if each.ready)
    first = next(waiting, found[0].key if found else "")
    current = chosen if chosen in keys else first
    return [
        SignatureList(each.key, each.label, each.sheets, each.key == current)
        for each in found
    ]


def _grouped(
    sheets: Iterable[SheetToSign],
    key: Callable[[SheetToSign], str],
    label: Callable[[SheetToSign], str],
) -> list[SignatureList]:
    groups: dict[str, SignatureList] = {}
    for each in sheets:
        group = groups.setdefault(key(each), SignatureList(key(each), label(each), []))
        group.sheets.append(each)
    return list(groups.values())
