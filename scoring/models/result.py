"""Results: frozen, versioned lists, and the policy they are ranked by."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from competitions.fields import HundredthsField
from competitions.models import Entry, Event
from people.keys import uuid7
from people.models import User
from scoring.enums import Medal, ResultStanding, ResultState, Scale


class ResultPolicy(models.Model):
    """How an event's totals become ranks, scale scores and medals."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    event = models.OneToOneField(
        Event, on_delete=models.CASCADE, related_name="result_policy"
    )
    scale = models.CharField(
        _("scale"), max_length=4, choices=Scale, default=Scale.NONE
    )
    # What entries are compared by, in this order, such as
    # ["total", "component:P", "criterion:P/D"].
    tie_break = models.JSONField(_("tie-break chain"), default=list)
    awards_medals = models.BooleanField(_("medals"), default=False)
    medal_gap = models.PositiveSmallIntegerField(
        _("tie gap in scale points"), default=2
    )
    medal_chain = models.BooleanField(
        _("chain the gap from place to place"), default=False
    )
    document_number = models.CharField(_("document number"), max_length=60, blank=True)

    def __str__(self) -> str:
        return f"{self.event_id} {self.scale}"


class ResultList(models.Model):
    """One version of an event's result: provisional, checked, then published."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    event = models.ForeignKey(
        Event, on_delete=models.CASCADE, related_name="result_lists"
    )
    version = models.PositiveSmallIntegerField(_("version"))
    state = models.CharField(
        _("state"), max_length=12, choices=ResultState, default=ResultState.PROVISIONAL
    )
    policy = models.JSONField(default=dict)
    scheme_hashes = models.JSONField(default=list)
    content_hash = models.CharField(max_length=64)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    checked_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    checked_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    published_at = models.DateTimeField(null=True, blank=True)
    # Who opened the scores again, and why: a checker who sent the list back, or the
    # organiser after publication, whose reason the next version carries.
    reopened_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    reopened_at = models.DateTimeField(null=True, blank=True)
    reopening_reason = models.CharField(_("reason"), max_length=300, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("event", "version"), name="scoring_result_list_one_per_version"
            ),
            models.UniqueConstraint(
                fields=("event",),
                condition=models.Q(state=ResultState.PUBLISHED),
                name="scoring_result_list_one_published",
            ),
        )

    def __str__(self) -> str:
        return f"{self.event_id} v{self.version}"


class Result(models.Model):
    """An entry's outcome in one version of an event's result."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    result_list = models.ForeignKey(
        ResultList, on_delete=models.CASCADE, related_name="results"
    )
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="results")
    standing = models.CharField(_("standing"), max_length=14, choices=ResultStanding)
    rank = models.PositiveSmallIntegerField(_("rank"), null=True, blank=True)
    total = HundredthsField(_("total"))
    scale_score = models.IntegerField(_("scale score"), null=True, blank=True)
    medal = models.CharField(
        _("medal"), max_length=10, choices=Medal, default=Medal.NONE, blank=True
    )
    # {"components": {code: {"mark", "max", "passed"}}, "modules": [...]}, and where
    # marks were taken off "deductions": [{"component", "amount", "reason"}].
    parts = models.JSONField(default=dict)
    all_parts_passed = models.BooleanField(default=True)
    # The comparator that set this entry apart from the one before it.
    decided_by = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("result_list", "entry"), name="scoring_result_one_per_entry"
            ),
        )

    def __str__(self) -> str:
        return f"{self.rank} {self.entry_id}"
