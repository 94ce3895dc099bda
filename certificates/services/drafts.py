"""Certificates before they are issued: composed, and every word of them printable."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from certificates.enums import CertificateKind, CertificateStatus, GrantState
from certificates.models import Award, Certificate, CertificateTemplate, TitleGrant
from certificates.queries.outcomes import members_of
from certificates.queries.printing import printed_award, printed_title
from competitions.services.refusal import Refusal
from paper.fonts import missing_glyphs
from people.models import Person
from scoring.enums import ResultState

#: What is drawn on the sheet, and where to look when it cannot be.
_DRAWN = {
    "name": pgettext_lazy("of a person", "Name"),
    "team": _("Team"),
    "competition": _("Competition"),
    "event": _("Event"),
    "award": _("Award"),
    "document_title": _("Title of the document"),
    "document_number": _("Decision document"),
    "issuers": _("Issued by"),
    "title": _("Title of the certificate"),
    "title_en": _("English title of the certificate"),
    "english": _("English line"),
}


class GlyphMissing(Refusal):
    """A word has a character that no font can print; nothing is issued."""

    def __init__(self, words: Sequence[str]) -> None:
        """Say which words, and where they stand."""
        super().__init__(
            _(
                "No font can print these words, so nothing was issued. Correct them"
                " first: %(words)s"
            )
            % {"words": " / ".join(words)}
        )


def draft_awards(awards: Sequence[Award]) -> list[Certificate]:
    """Draft what awards lack, one for each member of each entry.

    The awards stay locked, so that two who issue at once do not draft the same. Those
    of a superseded result earn nothing.
    """
    if not awards:
        return []
    template = CertificateTemplate.objects.get(kind=CertificateKind.AWARD)
    chosen = Award.objects.filter(
        pk__in=[award.pk for award in awards],
        result_list__state=ResultState.PUBLISHED,
    )
    list(chosen.select_for_update(of=("self",), no_key=True).order_by("pk"))
    full = list(
        chosen.select_related("result_list", "entry__event__competition").order_by(
            "rank", "entry__number"
        )
    )
    members = members_of([award.entry_id for award in full])
    persons = Person.objects.in_bulk(
        [person for group in members.values() for person in group]
    )
    issued = set(_valid(award__in=full).values_list("award_id", "person_id"))
    return [
        _award_draft(award, persons[person_id], template)
        for award in full
        for person_id in members.get(award.entry_id, ())
        if (award.pk, person_id) not in issued
    ]


def draft_titles(grants: Sequence[TitleGrant]) -> list[Certificate]:
    """Draft what granted titles lack; they stay locked as awards do."""
    if not grants:
        return []
    template = CertificateTemplate.objects.get(kind=CertificateKind.TITLE)
    chosen = TitleGrant.objects.filter(
        pk__in=[grant.pk for grant in grants], state=GrantState.GRANTED
    )
    list(chosen.select_for_update(no_key=True).order_by("pk"))
    issued = set(_valid(title_grant__in=chosen).values_list("title_grant", flat=True))
    full = chosen.select_related(
        "title_type__granting_body",
        "person",
        "entry__event__competition",
    )
    return [
        Certificate(
            kind=CertificateKind.TITLE,
            template=template,
            person=grant.person,
            event=grant.entry.event if grant.entry else None,
            title_grant=grant,
            printed=printed_title(grant, template),
        )
        for grant in full.order_by("granted_on", "entry__number", "pk")
        if grant.pk not in issued
    ]


def draft_again(certificate: Certificate) -> list[Certificate]:
    """Draft for the same person and reason as a certificate that was just voided."""
    if certificate.title_grant:
        return draft_titles([certificate.title_grant])
    drafts = draft_awards([certificate.award] if certificate.award else ())
    return [each for each in drafts if each.person_id == certificate.person_id]


def refuse_missing_glyphs(drafts: Sequence[Certificate]) -> None:
    """Raise GlyphMissing unless every word can be printed."""
    bad = [words for draft in drafts for words in _unprintable(draft.printed)]
    if bad:
        raise GlyphMissing(list(dict.fromkeys(bad)))


def _unprintable(printed: dict[str, Any]) -> Iterator[str]:
    for field, label in _DRAWN.items():
        value = printed.get(field) or ""
        for words in [value] if isinstance(value, str) else value:
            missing = missing_glyphs(words)
            if missing:
                codes = " ".join(f"U+{point:04X}" for point in missing)
                yield f"{label} – {words} ({codes})"


def _award_draft(
    award: Award, person: Person, template: CertificateTemplate
) -> Certificate:
    return Certificate(
        kind=CertificateKind.AWARD,
        template=template,
        person=person,
        event=award.entry.event,
        award=award,
        printed=printed_award(award, person, template),
    )


def _valid(**of: Any) -> QuerySet[Certificate]:
    return Certificate.objects.filter(status=CertificateStatus.VALID, **of)
