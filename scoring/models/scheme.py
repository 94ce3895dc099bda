"""Marking schemes: what is marked, and what it is worth."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from competitions.fields import HundredthsField
from competitions.models import Component, Panel
from people.keys import uuid7
from scoring.enums import AspectKind, CombineAt


class MarkingScheme(models.Model):
    """A version of what is marked in one component; frozen at the first mark."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    component = models.ForeignKey(
        Component, on_delete=models.CASCADE, related_name="schemes"
    )
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    skill = models.CharField(_("title"), max_length=200)
    combine_at = models.CharField(
        _("judges are combined"),
        max_length=14,
        choices=CombineAt,
        default=CombineAt.ASPECT,
    )
    drops_extremes = models.BooleanField(
        _("drop the highest and the lowest judge"), default=False
    )
    file_name = models.CharField(_("file"), max_length=200, blank=True)
    created_at = models.DateTimeField()
    frozen_at = models.DateTimeField(null=True, blank=True)
    frozen_hash = models.CharField(max_length=64, blank=True)
    edit_version = models.PositiveIntegerField(default=1)
    # What keeps the scheme from being used: what the check found when it was written,
    # and what of its workbook could not be taken over.
    errors = models.PositiveSmallIntegerField(default=0)
    file_errors = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("marking scheme")
        constraints = (
            models.UniqueConstraint(
                fields=("component", "version"),
                name="scoring_scheme_one_per_version",
            ),
        )

    def __str__(self) -> str:
        return f"{self.skill} v{self.version}"

    @property
    def is_frozen(self) -> bool:
        """Whether a mark has been made with this scheme."""
        return self.frozen_at is not None


class StandardsSection(models.Model):
    """A section of the occupational standards with its declared marks."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    scheme = models.ForeignKey(
        MarkingScheme, on_delete=models.CASCADE, related_name="sections"
    )
    number = models.PositiveSmallIntegerField(_("section"))
    name = models.CharField(_("name"), max_length=200)
    declared = HundredthsField(_("declared marks"))

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("scheme", "number"), name="scoring_section_one_per_number"
            ),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.name}"


class CalculationDefinition(models.Model):
    """How a measured value becomes a mark; a row of the Calculations sheet."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    scheme = models.ForeignKey(
        MarkingScheme, on_delete=models.CASCADE, related_name="calculations"
    )
    position = models.PositiveSmallIntegerField()
    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("type"), max_length=40)
    is_reusable = models.BooleanField(default=False)
    # Ordered pairs of CIS parameter names and strings, exactly as imported.
    parameters = models.JSONField(default=list)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("scheme", "position"),
                name="scoring_calculation_one_per_position",
            ),
        )

    def __str__(self) -> str:
        return self.name


class Criterion(models.Model):
    """An assessment criterion, lettered A to I."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    scheme = models.ForeignKey(
        MarkingScheme, on_delete=models.CASCADE, related_name="criteria"
    )
    letter = models.CharField(_("letter"), max_length=2)
    name = models.CharField(_("name"), max_length=200)

    class Meta:
        verbose_name_plural = _("criteria")
        constraints = (
            models.UniqueConstraint(
                fields=("scheme", "letter"), name="scoring_criterion_one_per_letter"
            ),
        )

    def __str__(self) -> str:
        return f"{self.letter} {self.name}"


class SubCriterion(models.Model):
    """One marking form: what one panel marks on one day."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    criterion = models.ForeignKey(
        Criterion, on_delete=models.CASCADE, related_name="sub_criteria"
    )
    code = models.CharField(_("code"), max_length=6)
    name = models.CharField(_("name"), max_length=300)
    day = models.PositiveSmallIntegerField(_("day"), null=True, blank=True)
    position = models.PositiveSmallIntegerField()
    panel = models.ForeignKey(
        Panel,
        verbose_name=_("panel"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="sub_criteria",
    )

    class Meta:
        verbose_name_plural = _("sub criteria")
        constraints = (
            models.UniqueConstraint(
                fields=("criterion", "code"),
                name="scoring_sub_criterion_one_per_code",
            ),
        )

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class Aspect(models.Model):
    """One item with its own maximum, judged on the ladder or measured."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    sub_criterion = models.ForeignKey(
        SubCriterion, on_delete=models.CASCADE, related_name="aspects"
    )
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(_("type"), max_length=1, choices=AspectKind)
    heading = models.CharField(_("heading"), max_length=300, blank=True)
    description = models.TextField(_("description"))
    details = models.JSONField(_("details"), default=list)
    requirement = models.TextField(_("requirement"), blank=True)
    section_number = models.PositiveSmallIntegerField(
        _("section"), null=True, blank=True
    )
    # Empty while a scheme is being prepared; the check refuses to use it so.
    max_mark = HundredthsField(_("maximum"), null=True, blank=True)
    calculation = models.ForeignKey(
        CalculationDefinition,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="aspects",
    )
    # The four descriptors of the 0–3 ladder; empty for a measurement.
    ladder = models.JSONField(_("ladder"), default=list)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("sub_criterion", "position"),
                name="scoring_aspect_one_per_position",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind}{self.position} {self.description[:40]}"
