"""Titles: what a winner may be called, once a document says so."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from certificates.enums import GrantState
from certificates.models.policy import AwardPolicy
from competitions.models import Entry
from people.bilingual import in_own_language
from people.keys import uuid7
from people.models import Organisation, Person, User
from scoring.models import ResultList


class TitleType(models.Model):
    """An entry of the catalogue of titles; may be merged into a later one."""

    code = models.SlugField(_("code"), unique=True)
    name = models.CharField(_("name"), max_length=60)
    name_en = models.CharField(_("English name"), max_length=100, blank=True)
    granting_body = models.ForeignKey(
        Organisation,
        verbose_name=_("granting body"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged"
    )

    class Meta:
        verbose_name = _("title")
        verbose_name_plural = _("titles")

    def __str__(self) -> str:
        return self.name

    @property
    def display_name(self) -> str:
        """The name in the reader's language, Chinese when there is no other."""
        return in_own_language(self.name, self.name_en)


class TitleGrant(models.Model):
    """A title of one person: eligible by result, granted by a recorded document."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    title_type = models.ForeignKey(
        TitleType, on_delete=models.PROTECT, related_name="grants"
    )
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="titles")
    entry = models.ForeignKey(
        Entry, null=True, blank=True, on_delete=models.PROTECT, related_name="titles"
    )
    result_list = models.ForeignKey(
        ResultList, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    policy = models.ForeignKey(
        AwardPolicy, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    state = models.CharField(
        _("state"), max_length=8, choices=GrantState, default=GrantState.ELIGIBLE
    )
    explanation = models.JSONField(default=dict)
    document_number = models.CharField(_("document number"), max_length=60, blank=True)
    document_title = models.CharField(_("document"), max_length=200, blank=True)
    granted_on = models.DateField(_("decided on"), null=True, blank=True)
    granted_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    revoked_on = models.DateField(_("revoked on"), null=True, blank=True)
    revocation_reason = models.CharField(_("reason"), max_length=300, blank=True)
    created_at = models.DateTimeField()

    class Meta:
        verbose_name = _("title grant")
        constraints = (
            models.UniqueConstraint(
                fields=("title_type", "person", "entry"),
                name="certificates_grant_once_per_entry",
            ),
            models.UniqueConstraint(
                fields=("title_type", "person"),
                condition=models.Q(state=GrantState.GRANTED),
                name="certificates_grant_held_once",
            ),
            models.CheckConstraint(
                condition=models.Q(state=GrantState.ELIGIBLE)
                | (~models.Q(document_number="") & models.Q(granted_on__isnull=False)),
                name="certificates_grant_needs_document",
            ),
        )

    def __str__(self) -> str:
        return f"{self.person_id} {self.title_type_id}"

    @property
    def credential_key(self) -> str:
        """The source that the credential in the dossier names."""
        return f"title:{self.pk}"
