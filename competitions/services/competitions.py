"""Creates competitions, keeps what is known of them right, and orders their hosts."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from competitions.enums import CompetitionClass
from competitions.models import Competition, CompetitionHost
from competitions.permissions import can_name_organisers
from competitions.rules.days import InvalidDays, check_days
from competitions.services.appointments import name_organiser
from competitions.services.events import EventDetails, create_event
from competitions.services.refusal import Refusal
from competitions.services.trail import record_for_competition
from people.models import Organisation, User
from people.sentences import in_words


class ChangedMeanwhile(Refusal):
    """Somebody else saved the same thing after the page was opened."""

    sentence = _(
        "Somebody else changed this while you were editing. Nothing was saved: open"
        " the page again and repeat your change."
    )


@dataclass(frozen=True, kw_only=True)
class CompetitionDetails:
    """What is told of a competition, as typed."""

    name: str
    level: str
    starts_on: date
    ends_on: date
    place: str
    name_en: str = ""
    competition_class: str = CompetitionClass.NONE
    document_number: str = ""
    time_zone: str = "Asia/Shanghai"


@dataclass(frozen=True)
class HostLine:
    """One organisation behind a competition and the part it has."""

    kind: str
    organisation: Organisation


@transaction.atomic
def create_competition(
    *,
    details: CompetitionDetails,
    hosts: Sequence[HostLine] = (),
    events: Sequence[EventDetails] = (),
    organiser: User | None = None,
    by: User,
    at: datetime,
) -> Competition:
    """Open a competition in planning, with its hosts, first events and organiser.

    Who creates it without managing every competition becomes its organiser. Raises
    ValidationError that names the field, the host or the event.
    """
    _refuse_days(details, at)
    competition = Competition(**asdict(details), created_at=at)
    competition.full_clean()
    competition.save(force_insert=True)
    record_for_competition(
        competition_id=competition.pk,
        action="competition.created",
        payload={"name": competition.name},
        by=by,
        at=at,
    )
    if hosts:
        set_hosts(competition=competition, hosts=hosts, by=by, at=at)
    for line in events:
        create_event(competition=competition, details=line, by=by, at=at)
    if organiser is None and not can_name_organisers(by):
        organiser = by
    if organiser is not None:
        name_organiser(competition=competition, organiser=organiser, by=by, at=at)
    return competition


@transaction.atomic
def update_competition(
    *,
    competition: Competition,
    version: int,
    details: CompetitionDetails,
    by: User,
    at: datetime,
) -> Competition:
    """Change what is known of a competition; ``version`` is the one that was read.

    Raises ChangedMeanwhile when it is no longer the newest, ValidationError that
    names the field.
    """
    competition = Competition.objects.select_for_update().get(pk=competition.pk)
    if competition.version != version:
        raise ChangedMeanwhile
    wanted = asdict(details)
    changed = [name for name in wanted if getattr(competition, name) != wanted[name]]
    if not changed:
        return competition
    _refuse_days(details, at)
    for field in changed:
        setattr(competition, field, wanted[field])
    competition.full_clean()
    competition.version += 1
    competition.save(update_fields=[*changed, "version"])
    record_for_competition(
        competition_id=competition.pk,
        action="competition.updated",
        payload={"name": competition.name, "fields": changed},
        by=by,
        at=at,
    )
    return competition


@transaction.atomic
def save_competition(
    *,
    competition: Competition,
    version: int,
    details: CompetitionDetails,
    hosts: Sequence[HostLine],
    by: User,
    at: datetime,
) -> Competition:
    """Change details and hosts together, or nothing; errors as ``update_competition``.

    A change of the hosts alone counts as a change as well: the next save of a page
    that was opened before it is refused.
    """
    saved = update_competition(
        competition=competition, version=version, details=details, by=by, at=at
    )
    if set_hosts(competition=saved, hosts=hosts, by=by, at=at):
        saved.version += 1
        saved.save(update_fields=["version"])
    return saved


@transaction.atomic
def set_hosts(
    *,
    competition: Competition,
    hosts: Sequence[HostLine],
    by: User,
    at: datetime,
) -> bool:
    """Replace the hosts and tell whether anything changed.

    Within a part they stand in the order given. Raises ValidationError for a unit that
    stands twice in one part.
    """
    _refuse_twice(hosts)
    Competition.objects.select_for_update().get(pk=competition.pk)
    wanted = [(line.kind, line.organisation.pk) for line in hosts]
    standing = CompetitionHost.objects.filter(competition=competition).order_by("pk")
    if list(standing.values_list("kind", "organisation_id")) == wanted:
        return False
    standing.delete()
    places: dict[str, int] = {}
    rows = []
    for line in hosts:
        places[line.kind] = places.get(line.kind, 0) + 1
        rows.append(
            CompetitionHost(
                competition=competition,
                organisation=line.organisation,
                kind=line.kind,
                position=places[line.kind],
            )
        )
    CompetitionHost.objects.bulk_create(rows)
    record_for_competition(
        competition_id=competition.pk,
        action="competition.hosts_set",
        payload={"hosts": "、".join(line.organisation.name for line in hosts)},
        by=by,
        at=at,
    )
    return True


def _refuse_days(details: CompetitionDetails, at: datetime) -> None:
    try:
        check_days(details.starts_on, details.ends_on, today=timezone.localdate(at))
    except InvalidDays as error:
        raise ValidationError({error.field: in_words(error.sentence)}) from error


def _refuse_twice(hosts: Sequence[HostLine]) -> None:
    seen = set()
    for line in hosts:
        if (line.kind, line.organisation.pk) in seen:
            raise ValidationError(
                _("%(name)s stands twice in the same part; keep one of the rows.")
                % {"name": line.organisation.name}
            )
        seen.add((line.kind, line.organisation.pk))
