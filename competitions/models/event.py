"""An event: one skill at one competition, with its stages and components."""

from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import get_language, gettext_lazy as _

from competitions.enums import (
    BlindLayers,
    ComponentKind,
    ComponentSource,
    EventGroup,
    MeasurementProcedure,
    NameDisplay,
)
from competitions.fields import HundredthsField
from competitions.models.competition import Competition
from competitions.models.occupation import Occupation
from people.keys import uuid7


class Event(models.Model):
    """One skill at one competition (赛项); owns entries, panels, scheme and result."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    competition = models.ForeignKey(
        Competition, on_delete=models.CASCADE, related_name="events"
    )
    number = models.PositiveSmallIntegerField(_("number"))
    name = models.CharField(_("name"), max_length=120)
    name_en = models.CharField(_("English name"), max_length=160, blank=True)
    occupation = models.ForeignKey(
        Occupation,
        verbose_name=_("occupation"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="events",
    )
    skill_number = models.CharField(
        _("WorldSkills skill number"), max_length=4, blank=True
    )
    group = models.CharField(_("group"), max_length=8, choices=EventGroup)
    team_size = models.PositiveSmallIntegerField(
        _("competitors per entry"),
        default=1,
        validators=(MinValueValidator(1), MaxValueValidator(10)),
    )
    name_display = models.CharField(
        _("names before the public"),
        max_length=8,
        choices=NameDisplay,
        default=NameDisplay.FULL,
    )
    measurement_procedure = models.CharField(
        _("measurement"),
        max_length=8,
        choices=MeasurementProcedure,
        default=MeasurementProcedure.AGREED,
    )
    # While codes are sealed, boards show progress only, until the marks are locked.
    blind_layers = models.PositiveSmallIntegerField(
        _("blind codes"), choices=BlindLayers, default=BlindLayers.OPEN
    )
    number_of_stations = models.PositiveSmallIntegerField(_("stations"), default=0)
    marks_locked_at = models.DateTimeField(_("marks locked at"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        constraints = (
            models.UniqueConstraint(
                fields=("competition", "number"),
                name="competitions_event_one_per_number",
            ),
            models.CheckConstraint(
                condition=models.Q(occupation__isnull=False)
                | ~models.Q(skill_number=""),
                name="competitions_event_has_occupation_or_skill",
                violation_error_message=_(
                    "Give an occupation or a WorldSkills skill number."
                ),
            ),
            models.CheckConstraint(
                condition=models.Q(team_size__gte=1),
                name="competitions_event_has_competitors",
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def display_name(self) -> str:
        """The name in the reader's language, Chinese when there is no other."""
        return self.name_en if get_language() == "en" and self.name_en else self.name

    @property
    def is_team(self) -> bool:
        """Whether an entry is a team rather than one person."""
        return self.team_size > 1


class Stage(models.Model):
    """A heat, semi-final or final of an event."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="stages")
    name = models.CharField(_("name"), max_length=60)
    name_en = models.CharField(_("English name"), max_length=60, blank=True)
    position = models.PositiveSmallIntegerField(_("position"))

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("event", "position"), name="competitions_stage_one_per_position"
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def display_name(self) -> str:
        """The name in the reader's language, Chinese when there is no other."""
        return self.name_en if get_language() == "en" and self.name_en else self.name


class Component(models.Model):
    """A part of a stage with its own marks; the weights of an event sum to 100 %."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    stage = models.ForeignKey(
        Stage, on_delete=models.CASCADE, related_name="components"
    )
    code = models.CharField(_("code"), max_length=4)
    name = models.CharField(_("name"), max_length=80)
    name_en = models.CharField(_("English name"), max_length=100, blank=True)
    kind = models.CharField(_("kind"), max_length=10, choices=ComponentKind)
    source = models.CharField(
        _("marks"),
        max_length=10,
        choices=ComponentSource,
        default=ComponentSource.SCHEME,
    )
    weight = models.DecimalField(
        _("weight in percent"),
        max_digits=5,
        decimal_places=2,
        validators=(MinValueValidator(Decimal("0.01")), MaxValueValidator(100)),
    )
    full_mark = HundredthsField(_("full mark"), default=Decimal("100.00"))
    pass_mark = HundredthsField(_("pass mark"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(_("position"))

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("stage", "code"), name="competitions_component_one_per_code"
            ),
            models.CheckConstraint(
                condition=models.Q(weight__gt=0, weight__lte=100),
                name="competitions_component_weight_in_percent",
            ),
        )

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    @property
    def display_name(self) -> str:
        """The name in the reader's language, Chinese when there is no other."""
        return self.name_en if get_language() == "en" and self.name_en else self.name
