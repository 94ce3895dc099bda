"""Awards: what a published result earned an entry."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from certificates.enums import AwardKind
from certificates.models.policy import AwardPolicy
from competitions.models import Entry
from people.bilingual import in_own_language
from people.keys import uuid7
from scoring.models import ResultList


class Award(models.Model):
    """A prize or medal given to an entry under one version of a policy."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    result_list = models.ForeignKey(
        ResultList, on_delete=models.PROTECT, related_name="awards"
    )
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="awards")
    policy = models.ForeignKey(
        AwardPolicy, on_delete=models.PROTECT, related_name="awards"
    )
    kind = models.CharField(_("kind"), max_length=6, choices=AwardKind)
    code = models.CharField(_("code"), max_length=40)
    name = models.CharField(_("name"), max_length=60)
    name_en = models.CharField(_("English name"), max_length=80, blank=True)
    rank = models.PositiveSmallIntegerField(_("rank"), null=True, blank=True)
    # Code and parameters of the sentence that explains the award.
    explanation = models.JSONField(default=dict)
    awarded_at = models.DateTimeField()

    class Meta:
        verbose_name = _("award")
        constraints = (
            models.UniqueConstraint(
                fields=("result_list", "entry", "code"),
                name="certificates_award_once",
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def display_name(self) -> str:
        """The name in the reader's language, Chinese when there is no other."""
        return in_own_language(self.name, self.name_en)
