"""Entries: the place of a person or a team in one event."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from competitions.enums import EntryAttendance, EntryState
from competitions.models.event import Event
from people.fields import EncryptedTextField
from people.keys import uuid7
from people.models import District, Organisation, Person, User


class EntryImport(models.Model):
    """A spreadsheet of entries: looked at first, then confirmed, perhaps undone.

    What was read is kept sealed, because it holds identity numbers: ``rows`` and
    ``changes`` are JSON texts that ``services.entry_imports`` writes and reads.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    event = models.ForeignKey(
        Event, on_delete=models.CASCADE, related_name="entry_imports"
    )
    file_name = models.CharField(max_length=200)
    rows = EncryptedTextField()
    changes = EncryptedTextField(blank=True)
    # Units the register does not know are registered here; blank leaves them errors.
    new_units_district = models.ForeignKey(
        District, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    counts = models.JSONField(default=dict)
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.file_name


class Entry(models.Model):
    """What is marked: a person or a team in one event."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="entries")
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("unit"),
        on_delete=models.PROTECT,
        related_name="entries",
    )
    team_name = models.CharField(_("team name"), max_length=100, blank=True)
    state = models.CharField(
        _("state"), max_length=10, choices=EntryState, default=EntryState.DRAFT
    )
    return_reason = models.CharField(_("reason"), max_length=300, blank=True)
    attendance = models.CharField(
        _("attendance"),
        max_length=12,
        choices=EntryAttendance,
        default=EntryAttendance.EXPECTED,
    )
    is_out_of_contest = models.BooleanField(_("out of contest"), default=False)
    number = models.PositiveSmallIntegerField(_("entry number"), null=True, blank=True)
    station = models.PositiveSmallIntegerField(_("station"), null=True, blank=True)
    created_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("entry")
        verbose_name_plural = _("entries")
        indexes = (models.Index(fields=("event", "state")),)
        constraints = (
            models.UniqueConstraint(
                fields=("event", "number"), name="competitions_entry_one_per_number"
            ),
            models.UniqueConstraint(
                fields=("event", "station"), name="competitions_entry_one_per_station"
            ),
        )

    def __str__(self) -> str:
        return f"{self.number or '–'} {self.team_name}".strip()


class EntryMember(models.Model):
    """A person in an entry; a person stands once in an event."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="members")
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="entries")
    position = models.PositiveSmallIntegerField(default=1)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("event", "person"),
                name="competitions_member_once_per_event",
                violation_error_message=_("This person already stands in this event."),
            ),
            models.UniqueConstraint(
                fields=("entry", "position"),
                name="competitions_member_one_per_position",
            ),
        )

    def __str__(self) -> str:
        return f"{self.entry_id} {self.position}"


class BlindCode(models.Model):
    """The code under which judges know an entry; one table per blind layer."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    entry = models.ForeignKey(
        Entry, on_delete=models.CASCADE, related_name="blind_codes"
    )
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="+")
    layer = models.PositiveSmallIntegerField(default=1)
    code = models.CharField(max_length=8)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("event", "layer", "code"),
                name="competitions_blind_code_unique_in_event",
            ),
            models.UniqueConstraint(
                fields=("entry", "layer"), name="competitions_blind_code_one_per_layer"
            ),
        )

    def __str__(self) -> str:
        return self.code
