"""What a person holds: titles, levels, results and honours, with their proof."""

from django.db import models
from django.utils.translation import get_language, gettext_lazy as _

from people.enums import CredentialKind, CredentialSource
from people.keys import uuid7
from people.models.person import Person


class Credential(models.Model):
    """A dated, sourced fact in a person's dossier; it is revoked, never deleted."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(
        Person,
        verbose_name=_("person"),
        on_delete=models.PROTECT,
        related_name="credentials",
    )
    kind = models.CharField(_("kind"), max_length=8, choices=CredentialKind)
    code = models.CharField(_("code"), max_length=60)
    name = models.CharField(_("name"), max_length=120)
    name_en = models.CharField(_("English name"), max_length=200, blank=True)
    issued_on = models.DateField(_("issued on"))
    document_number = models.CharField(_("document number"), max_length=80, blank=True)
    issuer = models.CharField(_("issuer"), max_length=120, blank=True)
    source = models.CharField(
        _("source"),
        max_length=10,
        choices=CredentialSource,
        default=CredentialSource.INTERNAL,
    )
    # What wrote it, such as ``title-grant:<id>``: writing twice changes nothing.
    source_key = models.CharField(max_length=80, unique=True, editable=False)
    revoked_on = models.DateField(_("revoked on"), null=True, blank=True)
    revocation_reason = models.CharField(
        _("reason for revoking"), max_length=200, blank=True
    )

    class Meta:
        verbose_name = _("credential")
        verbose_name_plural = _("credentials")
        indexes = (
            models.Index(fields=("kind", "code", "issued_on"), name="people_cred_kind"),
        )
        constraints = (
            models.CheckConstraint(
                condition=models.Q(revoked_on__isnull=True)
                | ~models.Q(revocation_reason=""),
                name="people_credential_revoked_with_reason",
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def display_name(self) -> str:
        """The name in the reader's language, Chinese where no other is known."""
        return self.name_en if get_language() == "en" and self.name_en else self.name

    @property
    def is_revoked(self) -> bool:
        """Whether the credential no longer holds."""
        return self.revoked_on is not None
