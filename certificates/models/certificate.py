"""Certificates: numbered, verifiable documents with the fields as printed."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from certificates.enums import CertificateKind, CertificateStatus
from certificates.models.award import Award
from certificates.models.title import TitleGrant
from competitions.models import Event
from people.bilingual import in_own_language
from people.keys import uuid7
from people.models import Person, User


class CertificateTemplate(models.Model):
    """The words and the number pattern of one kind of certificate."""

    code = models.SlugField(_("code"), unique=True)
    kind = models.CharField(_("kind"), max_length=6, choices=CertificateKind)
    name = models.CharField(_("name"), max_length=80)
    title = models.CharField(_("title"), max_length=40)
    title_en = models.CharField(_("English title"), max_length=80)
    number_pattern = models.CharField(_("number pattern"), max_length=80)

    class Meta:
        verbose_name = _("certificate template")

    def __str__(self) -> str:
        return self.name


class NumberSeries(models.Model):
    """The last serial given within an event or register; numbers are never reused."""

    name = models.CharField(max_length=80, unique=True)
    last_serial = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return self.name


class Certificate(models.Model):
    """An issued document; a correction voids it and links to its replacement."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    number = models.CharField(_("number"), max_length=60, unique=True)
    # Opaque and random: the number must not lead to the verification page.
    token = models.CharField(max_length=43, unique=True)
    kind = models.CharField(_("kind"), max_length=6, choices=CertificateKind)
    template = models.ForeignKey(
        CertificateTemplate, on_delete=models.PROTECT, related_name="+"
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="certificates"
    )
    event = models.ForeignKey(
        Event,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="certificates",
    )
    award = models.ForeignKey(
        Award,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="certificates",
    )
    title_grant = models.ForeignKey(
        TitleGrant,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="certificates",
    )
    status = models.CharField(
        _("status"),
        max_length=8,
        choices=CertificateStatus,
        default=CertificateStatus.VALID,
    )
    replaced_by = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="replaces"
    )
    # Every field as printed, so that a reprint and the verification page agree.
    printed = models.JSONField(default=dict)
    issued_on = models.DateField(_("issued on"))
    issued_at = models.DateTimeField()
    issued_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    status_reason = models.CharField(_("reason"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("certificate")
        constraints = (
            models.UniqueConstraint(
                fields=("award", "person"),
                condition=models.Q(status=CertificateStatus.VALID),
                name="certificates_certificate_one_valid_per_award",
            ),
            models.UniqueConstraint(
                fields=("title_grant",),
                condition=models.Q(status=CertificateStatus.VALID),
                name="certificates_certificate_one_valid_per_title",
            ),
        )

    def __str__(self) -> str:
        return self.number

    @property
    def award_name(self) -> str:
        """What was won, in the reader's language."""
        return self._printed_in_own_language("award")

    @property
    def event_name(self) -> str:
        """The event as it was named then, in the reader's language."""
        return self._printed_in_own_language("event")

    @property
    def competition_name(self) -> str:
        """The competition as it was named then, in the reader's language."""
        return self._printed_in_own_language("competition")

    def _printed_in_own_language(self, field: str) -> str:
        printed = self.printed
        return in_own_language(printed.get(field, ""), printed.get(f"{field}_en", ""))
