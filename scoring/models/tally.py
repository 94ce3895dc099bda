"""Tallies: the one stored running total of every entry."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from competitions.fields import HundredthsField
from competitions.models import Component, Entry, Event
from people.keys import uuid7
from people.models import User


class Tally(models.Model):
    """What an entry's revealed marks sum to, rebuilt in each mark's transaction.

    ``modules`` lists the criteria of every scheme and the imported components:
    ``{"code": "A", "component": "P", "name", "mark": "12.50", "max": "16.50",
    "done": 8, "counted": 5, "total": 13}``; decimals are strings. ``done`` is progress,
    ``counted`` are the aspects of sheets whose panel has revealed them all.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    entry = models.OneToOneField(Entry, on_delete=models.CASCADE, related_name="tally")
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="tallies")
    total = HundredthsField(_("total"), default=0)
    modules = models.JSONField(default=list)
    done = models.PositiveIntegerField(default=0)
    expected = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)
    updated_at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=("event", "-total")),)

    def __str__(self) -> str:
        return f"{self.entry_id} {self.total}"


class ComponentScore(models.Model):
    """The mark of an entry in a component that no panel marks, such as theory."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    entry = models.ForeignKey(
        Entry, on_delete=models.CASCADE, related_name="component_scores"
    )
    component = models.ForeignKey(
        Component, on_delete=models.PROTECT, related_name="scores"
    )
    mark = HundredthsField(_("mark"))
    entered_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("entry", "component"),
                name="scoring_component_score_one_per_entry",
            ),
        )

    def __str__(self) -> str:
        return f"{self.entry_id} {self.mark}"


class Deduction(models.Model):
    """Marks taken off an entry's total for an infringement, with its reason."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    entry = models.ForeignKey(
        Entry, on_delete=models.CASCADE, related_name="deductions"
    )
    component = models.ForeignKey(
        Component, on_delete=models.PROTECT, related_name="deductions"
    )
    amount = HundredthsField(_("deduction"))
    reason = models.CharField(_("reason"), max_length=300)
    entered_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(amount__gt=0), name="scoring_deduction_positive"
            ),
        )

    def __str__(self) -> str:
        return f"{self.entry_id} −{self.amount}"
