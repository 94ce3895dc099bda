"""What one person finds on the own page and in the dossier."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from certificates.enums import CertificateStatus, GrantState
from certificates.models import Award, Certificate, TitleGrant
from certificates.permissions import visible_certificates
from competitions.models import Entry
from competitions.permissions import AnyUser, visible_events
from competitions.public_links import PublicLink, links_of
from scoring.enums import ResultState
from scoring.models import Result


@dataclass(frozen=True)
class RecordRow:
    """A certificate of any status, and what of it the reader may open."""

    certificate: Certificate
    may_open: bool
    may_open_event: bool


@dataclass(frozen=True)
class OwnEntry:
    """An entry with its published result and what it earned."""

    entry: Entry
    result: Result | None
    awards: list[Award] = field(default_factory=list)
    certificates: list[Certificate] = field(default_factory=list)
    links: list[PublicLink] = field(default_factory=list)


def own_entries(person_id: UUID) -> list[OwnEntry]:
    """Return a person's entries, the latest first; five statements.

    A result or an award is named once its result is published, never before.
    """
    entries = list(
        Entry.objects.filter(members__person=person_id)
        .select_related("event__competition", "organisation")
        .order_by("-event__competition__starts_on", "event__number")
    )
    ids = [entry.pk for entry in entries]
    results = {
        result.entry_id: result
        for result in Result.objects.filter(
            entry__in=ids, result_list__state=ResultState.PUBLISHED
        )
    }
    awards: Mapping[UUID, list[Award]] = {key: [] for key in ids}
    for award in Award.objects.filter(
        entry__in=ids, result_list__state=ResultState.PUBLISHED
    ):
        awards[award.entry_id].append(award)
    certificates = own_certificates(person_id)
    links = links_of({entry.event_id for entry in entries})
    return [
        OwnEntry(
            entry,
            results.get(entry.pk),
            awards[entry.pk],
            [each for each in certificates if each.event_id == entry.event_id],
            links[entry.event_id],
        )
        for entry in entries
    ]


def own_certificates(person_id: UUID) -> list[Certificate]:
    """Return a person's valid certificates, the latest first."""
    return list(
        Certificate.objects.filter(
            person=person_id, status=CertificateStatus.VALID
        ).order_by("-issued_on", "-number")
    )


def all_certificates(person_id: UUID, reader: AnyUser) -> list[RecordRow]:
    """Return every certificate a person was ever given, void ones too; three queries.

    The latest comes first. The dossier names each, and links what its reader may open.
    """
    certificates = list(
        Certificate.objects.filter(person=person_id)
        .select_related("event", "replaced_by")
        .order_by("-issued_on", "-number")
    )
    open_ones = set(
        visible_certificates(reader)
        .filter(person=person_id)
        .values_list("pk", flat=True)
    )
    events = openable_events(reader, [each.event_id for each in certificates])
    return [
        RecordRow(each, each.pk in open_ones, each.event_id in events)
        for each in certificates
    ]


def openable_events(reader: AnyUser, event_ids: Iterable[UUID | None]) -> set[UUID]:
    """Return which of some events the reader may open in the office."""
    wanted = {event_id for event_id in event_ids if event_id}
    found = visible_events(reader).filter(pk__in=wanted)
    return set(found.values_list("pk", flat=True))


def own_titles(person_id: UUID) -> list[TitleGrant]:
    """Return the titles a person was granted, revoked ones included."""
    return list(
        TitleGrant.objects.filter(person=person_id)
        .exclude(state=GrantState.ELIGIBLE)
        .select_related("title_type", "entry__event")
        .order_by("-granted_on")
    )
