"""What is printed on a certificate, composed once and frozen with it."""

from typing import Any

from certificates.models import Award, CertificateTemplate, TitleGrant
from certificates.rules.wording import (
    GROUPS,
    CertificateText,
    Group,
    Language,
    Naming,
    PrizeFacts,
    TitleFacts,
    one_line,
    word_prize,
    word_title,
)
from competitions.enums import HostKind
from competitions.models import Competition, Event
from people.models import Person


def printed_award(
    award: Award, person: Person, template: CertificateTemplate
) -> dict[str, Any]:
    """Return every field of a prize certificate, in both languages."""
    event = award.entry.event
    facts = PrizeFacts(
        person=Naming(person.name, person.name_en),
        competition=Naming(event.competition.name, event.competition.name_en),
        event=Naming(event.name, event.name_en),
        prize=Naming(award.name, award.name_en),
        group=Group(event.group),
        team=award.entry.team_name,
        is_only_event=not event.competition.events.exclude(pk=event.pk).exists(),
    )
    return {
        **_about(person, event),
        "group": GROUPS.get(facts.group, ""),
        "title": template.title,
        "title_en": template.title_en,
        "award": award.name,
        "award_en": award.name_en,
        "team": award.entry.team_name,
        "issuers": _hosts(event.competition),
        "text": _text(word_prize(facts, Language.CHINESE)),
        "text_en": _text(word_prize(facts, Language.ENGLISH)),
        "english": one_line(facts),
    }


def printed_title(grant: TitleGrant, template: CertificateTemplate) -> dict[str, Any]:
    """Return every field of a title certificate, in both languages."""
    title = grant.title_type
    event = grant.entry.event if grant.entry else None
    facts = TitleFacts(
        person=Naming(grant.person.name, grant.person.name_en),
        title=Naming(title.name, title.name_en),
        document_title=grant.document_title,
        document_number=grant.document_number,
    )
    issuer = title.granting_body.name if title.granting_body else ""
    hosts = _hosts(event.competition)[:1] if event else []
    return {
        **_about(grant.person, event),
        "title": template.title,
        "title_en": template.title_en,
        "award": title.name,
        "award_en": title.name_en,
        "document_title": grant.document_title,
        "document_number": grant.document_number,
        "issuers": [issuer] if issuer else hosts,
        "text": _text(word_title(facts, Language.CHINESE)),
        "text_en": _text(word_title(facts, Language.ENGLISH)),
        "english": one_line(facts),
    }


def _about(person: Person, event: Event | None) -> dict[str, str]:
    return {
        "name": person.name,
        "name_en": person.name_en,
        "competition": event.competition.name if event else "",
        "competition_en": event.competition.name_en if event else "",
        "event": event.name if event else "",
        "event_en": event.name_en if event else "",
    }


def _hosts(competition: Competition) -> list[str]:
    """Return the hosts in the order in which they stand on every document."""
    hosts = competition.hosts.filter(kind=HostKind.HOST).select_related("organisation")
    return [host.organisation.name for host in hosts.order_by("position")]


def _text(text: CertificateText) -> dict[str, str]:
    return {
        "salutation": text.salutation,
        "body": text.body,
        "award": text.award,
        "closing": text.closing,
    }
