"""Award policies: the rules of a notice as data, with version and document number."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from certificates.enums import PolicyStatus
from competitions.models import Event
from people.bilingual import in_own_language
from people.keys import uuid7


class AwardPolicy(models.Model):
    """Who gets which prize, medal or title; a changed rule is a new version."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.SlugField(_("code"), max_length=60)
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    name = models.CharField(_("name"), max_length=120)
    name_en = models.CharField(_("English name"), max_length=160, blank=True)
    status = models.CharField(
        _("status"), max_length=8, choices=PolicyStatus, default=PolicyStatus.DRAFT
    )
    document_number = models.CharField(_("document number"), max_length=60, blank=True)
    # The lines as certificates.rules.award_policy reads them.
    rules = models.JSONField(_("rules"), default=dict)
    created_at = models.DateTimeField()

    class Meta:
        verbose_name = _("award policy")
        verbose_name_plural = _("award policies")
        constraints = (
            models.UniqueConstraint(
                fields=("code", "version"), name="certificates_policy_one_per_version"
            ),
        )

    def __str__(self) -> str:
        return f"{self.display_name} v{self.version}"

    @property
    def display_name(self) -> str:
        """The name in the reader's language, Chinese when there is no other."""
        return in_own_language(self.name, self.name_en)


class PolicyChoice(models.Model):
    """The award policy an event follows."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    event = models.OneToOneField(
        Event, on_delete=models.CASCADE, related_name="policy_choice"
    )
    policy = models.ForeignKey(
        AwardPolicy, on_delete=models.PROTECT, related_name="choices"
    )

    def __str__(self) -> str:
        return f"{self.event_id} {self.policy_id}"
