"""Sheets: one sub criterion of one entry, from draft to locked."""

from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _

from competitions.fields import HundredthsField
from competitions.models import Entry
from people.keys import uuid7
from people.models import User
from scoring.enums import SheetState
from scoring.models.scheme import Aspect, SubCriterion


class Sheet(models.Model):
    """The marking form of one sub criterion for one entry."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    sub_criterion = models.ForeignKey(
        SubCriterion, on_delete=models.PROTECT, related_name="sheets"
    )
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="sheets")
    state = models.CharField(
        _("state"), max_length=8, choices=SheetState, default=SheetState.DRAFT
    )
    completed_at = models.DateTimeField(null=True, blank=True)
    signed_at = models.DateTimeField(null=True, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # SHA-256 over the marks as signed; printed as the receipt code.
    content_hash = models.CharField(max_length=64, blank=True)
    # What the marks come to, settled in the transaction of each mark: lists of
    # hundreds of sheets never read the marks themselves.
    expected = models.PositiveSmallIntegerField(_("aspects"), default=0)
    done = models.PositiveSmallIntegerField(_("aspects marked"), default=0)
    rescoring = models.PositiveSmallIntegerField(_("to be scored again"), default=0)
    differing = models.PositiveSmallIntegerField(_("values differ"), default=0)
    mark = HundredthsField(_("mark"), default=Decimal("0.00"))

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("sub_criterion", "entry"), name="scoring_sheet_one_per_entry"
            ),
        )
        indexes = (models.Index(fields=("entry", "state")),)

    def __str__(self) -> str:
        return f"{self.sub_criterion_id} {self.entry_id}"


class SheetSignature(models.Model):
    """A judge's signature under a sheet, given with the PIN for a whole list."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    sheet = models.ForeignKey(
        Sheet, on_delete=models.CASCADE, related_name="signatures"
    )
    seat = models.SmallIntegerField(_("seat"))
    judge = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    content_hash = models.CharField(max_length=64)
    signed_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("sheet", "seat"), name="scoring_signature_one_per_seat"
            ),
        )

    def __str__(self) -> str:
        return f"{self.sheet_id} {self.seat}"


class Reveal(models.Model):
    """All judges have entered: their scores laid open together, one row a round.

    ``aspect`` is empty where judges are combined at the whole sheet. A row that
    asks for a re-score stays as history; the next round makes a new one. It has a
    reason where not the spread asked for it, but the chief judge.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    sheet = models.ForeignKey(Sheet, on_delete=models.CASCADE, related_name="reveals")
    aspect = models.ForeignKey(
        Aspect, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    round = models.PositiveSmallIntegerField(_("round"), default=1)
    # [{"seat": 1, "value": "2"}, …] in the order of the seats.
    scores = models.JSONField(default=list)
    needs_rescore = models.BooleanField(default=False)
    reopening_reason = models.CharField(_("reason"), max_length=300, blank=True)
    mark = HundredthsField(null=True, blank=True)
    revealed_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("sheet", "aspect", "round"),
                name="scoring_reveal_one_per_round",
            ),
            models.UniqueConstraint(
                fields=("sheet", "round"),
                condition=models.Q(aspect__isnull=True),
                name="scoring_reveal_one_per_sheet_round",
            ),
        )

    def __str__(self) -> str:
        return f"{self.sheet_id} {self.aspect_id} {self.round}"
