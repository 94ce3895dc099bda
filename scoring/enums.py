"""The closed lists of words that marking and results are described with."""

from django.db import models
from django.utils.translation import gettext_lazy as _, pgettext_lazy

# Seat numbers of marks that do not belong to one judge alone.
AGREED_SEAT = 0
SECOND_PAIR_SEAT = -1


class CombineAt(models.TextChoices):
    """Where the marks of several judges become one."""

    ASPECT = "aspect", _("At each aspect")
    SUB_CRITERION = "sub_criterion", _("At the sub criterion")
    SHEET = "sheet", _("At the whole sheet")


class AspectKind(models.TextChoices):
    """Judgement on the 0–3 ladder by each judge, or one agreed measurement."""

    JUDGEMENT = "J", pgettext_lazy("type of aspect", "Judgement")
    MEASUREMENT = "M", pgettext_lazy("type of aspect", "Measurement")


class SheetState(models.TextChoices):
    """How far a sheet has come; nothing changes once it is signed."""

    DRAFT = "draft", _("Being marked")
    COMPLETE = "complete", _("Complete")
    SIGNED = "signed", _("Signed")
    ACCEPTED = "accepted", _("Accepted")
    LOCKED = "locked", _("Locked")


class OperationKind(models.TextChoices):
    """What an operation of a tablet does."""

    MARK = "mark", _("Mark")
    CLEAR = "clear", _("Clear")
    NOTE = "note", _("Note")


class OperationStatus(models.IntegerChoices):
    """The answer to one operation, with the numbers of HTTP."""

    STORED = 200, _("Stored")
    MALFORMED = 400, _("Malformed")
    FORBIDDEN = 403, _("Not yours to mark")
    NOT_FOUND = 404, _("Unknown sheet or aspect")
    CONFLICT = 409, _("Changed meanwhile")
    OTHER_BODY = 422, _("Same id with another body")
    LOCKED = 423, _("Locked")


class Scale(models.TextChoices):
    """What stands beside the mark of 100 in the result."""

    NONE = "none", _("No scale")
    SCALE_700 = "700", _("WorldSkills scale, median 700")
    SCALE_500 = "500", _("Legacy scale of 500, approximate")


class ResultState(models.TextChoices):
    """A result list is provisional, checked by a second person, then published.

    One that was sent back instead is never taken up again: the next version is.
    """

    PROVISIONAL = "provisional", _("Provisional")
    RETURNED = "returned", pgettext_lazy("a result", "Sent back")
    CHECKED = "checked", _("Checked")
    PUBLISHED = "published", _("Published")
    SUPERSEDED = "superseded", _("Superseded")


class ResultStanding(models.TextChoices):
    """Whether an entry is ranked, and if not, why."""

    RANKED = "ranked", _("Ranked")
    OUT_OF_CONTEST = "out_of_contest", _("Out of contest")
    ABSENT = "absent", _("Absent")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    DISQUALIFIED = "disqualified", _("Disqualified")


class Medal(models.TextChoices):
    """Medals of WorldSkills-type events."""

    NONE = "", _("No medal")
    GOLD = "gold", _("Gold")
    SILVER = "silver", _("Silver")
    BRONZE = "bronze", _("Bronze")
    EXCELLENCE = "excellence", _("Medal for Excellence")
