"""Certificates of an event, of the register, and the one behind a token."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from certificates.enums import CertificateStatus
from certificates.models import Award, Certificate
from competitions.models import EntryMember
from people.models import Person
from scoring.enums import ResultState


def in_roster_order(event_id: UUID) -> QuerySet[Certificate]:
    """Return the valid certificates of an event as they are handed out."""
    return Certificate.objects.filter(
        event=event_id, status=CertificateStatus.VALID
    ).order_by("kind", "award__rank", "number")


def awards_without_certificate(event_id: UUID) -> QuerySet[Award]:
    """Return the awards of the published result that lack a valid certificate.

    The award of a team lacks one as long as one member has none.
    """
    return lacking_certificates(
        Award.objects.filter(
            result_list__event=event_id, result_list__state=ResultState.PUBLISHED
        )
    )


@dataclass(frozen=True)
class Recipient:
    """Somebody who is to receive a certificate, and for which award."""

    person: Person
    award: Award


def recipients(event_id: UUID) -> list[Recipient]:
    """Return whom the awards of an event owe a certificate; three statements."""
    members = EntryMember.objects.select_related("person").order_by("position")
    awards = list(
        awards_without_certificate(event_id)
        .select_related("entry__organisation")
        .prefetch_related(Prefetch("entry__members", members))
        .order_by("rank", "entry__number")
    )
    held = set(
        Certificate.objects.filter(
            award__in=awards, status=CertificateStatus.VALID
        ).values_list("award", "person")
    )
    return [
        Recipient(member.person, award)
        for award in awards
        for member in award.entry.members.all()
        if (award.pk, member.person_id) not in held
    ]


def lacking_certificates(awards: QuerySet[Award]) -> QuerySet[Award]:
    """Return those of some awards of which a member has no valid certificate."""
    held = Certificate.objects.filter(
        award=OuterRef(OuterRef("pk")),
        person=OuterRef("person"),
        status=CertificateStatus.VALID,
    )
    members = EntryMember.objects.filter(entry=OuterRef("entry"))
    return awards.filter(Exists(members.filter(~Exists(held))))


def certificate_with(token: str) -> Certificate | None:
    """Return the certificate a token leads to, only what its page shows."""
    return _public().filter(token=token).first()


def certificate_named(number: str, name: str) -> Certificate | None:
    """Return the certificate of this number if it bears this name."""
    found = _public().filter(number=number).first()
    if found is None or found.printed.get("name") != name:
        return None
    return found


def _public() -> QuerySet[Certificate]:
    return Certificate.objects.only(
        "token", "number", "kind", "status", "printed", "issued_on"
    )
