"""A competition: one edition, with its hosts and its state."""

from django.db import models
from django.utils.translation import get_language, gettext_lazy as _

from competitions.enums import CompetitionClass, CompetitionState, HostKind, Level
from people.keys import uuid7
from people.models import Organisation


class Competition(models.Model):
    """One edition of a competition, held at one place over some days."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(_("name"), max_length=200)
    name_en = models.CharField(_("English name"), max_length=250, blank=True)
    level = models.CharField(_("level"), max_length=12, choices=Level)
    competition_class = models.CharField(
        _("class"),
        max_length=6,
        choices=CompetitionClass,
        default=CompetitionClass.NONE,
    )
    state = models.CharField(
        _("state"),
        max_length=12,
        choices=CompetitionState,
        default=CompetitionState.PLANNING,
    )
    # The phase in which it was postponed or cancelled, and to which it returns.
    stopped_in = models.CharField(
        _("stopped in"), max_length=12, choices=CompetitionState, blank=True
    )
    stop_reason = models.CharField(_("reason"), max_length=300, blank=True)
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    place = models.CharField(_("place"), max_length=200)
    time_zone = models.CharField(_("time zone"), max_length=40, default="Asia/Shanghai")
    document_number = models.CharField(
        _("document number of the notice"), max_length=60, blank=True
    )
    created_at = models.DateTimeField(_("created at"))
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("competition")
        verbose_name_plural = _("competitions")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")),
                name="competitions_competition_days_in_order",
                violation_error_message=_("The last day is before the first day."),
            ),
            models.CheckConstraint(
                condition=models.Q(stopped_in="")
                | models.Q(
                    state__in=(CompetitionState.POSTPONED, CompetitionState.CANCELLED)
                ),
                name="competitions_competition_stopped_has_state",
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def display_name(self) -> str:
        """The name in the reader's language, Chinese when there is no other."""
        return self.name_en if get_language() == "en" and self.name_en else self.name

    @property
    def phase(self) -> str:
        """The phase it stands in, or stood in when it was stopped."""
        return self.stopped_in or self.state


class CompetitionHost(models.Model):
    """An organisation behind a competition; the order stands on every document."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    competition = models.ForeignKey(
        Competition, on_delete=models.CASCADE, related_name="hosts"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="hosted"
    )
    kind = models.CharField(_("part"), max_length=12, choices=HostKind)
    position = models.PositiveSmallIntegerField(_("position"))

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("competition", "kind", "organisation"),
                name="competitions_host_once_per_kind",
            ),
            models.UniqueConstraint(
                fields=("competition", "kind", "position"),
                name="competitions_host_one_per_position",
            ),
        )

    def __str__(self) -> str:
        return f"{self.competition_id} {self.kind} {self.position}"
