"""The numbers of certificates: gapless within their series, however many issue."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from certificates.models import Certificate, NumberSeries
from certificates.rules.numbering import certificate_number


def number_certificates(drafts: Sequence[Certificate], issued_on: date) -> None:
    """Give each draft the next number of its series, under the lock of the series.

    Everybody locks the series by name and then the events, so that two who issue at
    once wait for one another and never each for the other.
    """
    names = [_series_of(draft, issued_on) for draft in drafts]
    series = {name: _locked(name) for name in sorted(set(names))}
    events = _event_serials(draft.event_id for draft in drafts)
    for draft, name in zip(drafts, names, strict=True):
        series[name].last_serial += 1
        draft.number = certificate_number(
            draft.template.number_pattern,
            {
                "year": issued_on.year,
                "event": events[draft.event_id] if draft.event_id else 0,
                "serial": series[name].last_serial,
            },
        )
        draft.printed["number"] = draft.number
    NumberSeries.objects.bulk_update(series.values(), ["last_serial"])


def _series_of(draft: Certificate, issued_on: date) -> str:
    return f"{draft.kind}:{issued_on.year}:{draft.event_id or 'register'}"


def _event_serials(event_ids: Iterable[UUID | None]) -> dict[UUID, int]:
    """Return the running number of each event in the register of certificates."""
    known = sorted({event_id for event_id in event_ids if event_id})
    return {event_id: _event_serial(event_id) for event_id in known}


def _event_serial(event_id: UUID) -> int:
    row = _locked(f"event:{event_id}")
    if not row.last_serial:
        counter = _locked("events")
        counter.last_serial += 1
        counter.save(update_fields=["last_serial"])
        row.last_serial = counter.last_serial
        row.save(update_fields=["last_serial"])
    return row.last_serial


def _locked(name: str) -> NumberSeries:
    row, _is_new = NumberSeries.objects.select_for_update().get_or_create(name=name)
    return row
