"""Fills the registries of the apps below with what is earned."""

from collections.abc import Iterator
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from certificates.award_checks import check_awards
from certificates.permissions import can_manage_awards
from certificates.queries.own import (
    all_certificates,
    openable_events,
    own_entries,
    own_titles,
)
from certificates.result_dependants import awards_and_certificates
from certificates.wording import register_wording
from competitions import event_links, readiness
from competitions.event_links import EventLink
from competitions.models import Event
from people.dossier import Reader, Section, register_section
from people.models import User
from scoring import result_dependants

_AWARDS = 80


def connect() -> None:
    """Register wording, checks, links and the dossier; calling twice is safe."""
    register_wording()
    readiness.register(check_awards)
    event_links.register(award_links)
    result_dependants.register(awards_and_certificates)
    register_section(dossier_section)


def award_links(user: User, event: Event) -> Iterator[EventLink]:
    """Link the awards of an event for those who manage them."""
    if can_manage_awards(user, event):
        yield EventLink(
            _AWARDS,
            _("Awards and titles"),
            reverse("certificates:award-list", args=(event.pk,)),
            icon="award",
        )


def dossier_section(person_id: UUID, reader: Reader) -> Section | None:
    """Tell what a person took part in, earned and received over the years."""
    entries = own_entries(person_id)
    titles = own_titles(person_id)
    certificates = all_certificates(person_id, reader)
    if not entries and not titles and not certificates:
        return None
    return Section(
        heading=_("Competitions, titles and certificates"),
        template="certificates/_dossier.html",
        facts={
            "entries": entries,
            "titles": titles,
            "certificates": certificates,
            "open_events": openable_events(
                reader, [own.entry.event_id for own in entries]
            ),
        },
    )
