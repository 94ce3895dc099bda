"""The closed lists of words that competitions are described with."""

from django.db import models
from django.utils.translation import gettext_lazy as _, pgettext_lazy


class Level(models.TextChoices):
    """Who leads a competition, from the world down to one enterprise."""

    WORLD = "world", _("World")
    NATIONAL = "national", _("National")
    PROVINCIAL = "provincial", _("Provincial")
    CITY = "city", _("City")
    COUNTY = "county", _("County")
    ENTERPRISE = "enterprise", pgettext_lazy("level", "Enterprise")


class CompetitionClass(models.TextChoices):
    """一类 is cross-industry, 二类 a single industry; not every level has classes."""

    FIRST = "first", _("Class 1")
    SECOND = "second", _("Class 2")
    NONE = "none", _("No class")


class CompetitionState(models.TextChoices):
    """The phases of a competition, in the order in which it passes them."""

    PLANNING = "planning", _("Planning")
    REGISTRATION = "registration", _("Registration")
    REVIEW = "review", _("Entry review")
    PREPARATION = "preparation", _("Draw and preparation")
    MARKING = "marking", _("Competing and marking")
    RESULTS = "results", _("Check and results")
    AWARDS = "awards", _("Awards and certificates")
    CLOSED = "closed", _("Closed")
    POSTPONED = "postponed", _("Postponed")
    CANCELLED = "cancelled", _("Cancelled")


class HostKind(models.TextChoices):
    """What an organisation does for a competition; 主办, 承办, 协办, 支持."""

    HOST = "host", _("Host")
    ORGANISER = "organiser", _("Organiser")
    CO_ORGANISER = "co_organiser", _("Co-organiser")
    SUPPORTER = "supporter", _("Supporter")


class EventGroup(models.TextChoices):
    """Who an event is open to; titles are for workers only."""

    WORKERS = "workers", _("Workers")
    STUDENTS = "students", _("Students")
    TEACHERS = "teachers", _("Teachers")
    OPEN = "open", _("Open to all")


class ComponentKind(models.TextChoices):
    """How a part of an event is examined."""

    THEORY = "theory", _("Theory")
    PRACTICAL = "practical", _("Practical")
    ORAL = "oral", _("Oral defence")


class ComponentSource(models.TextChoices):
    """Where the marks of a component come from."""

    SCHEME = "scheme", _("Marked by a panel with a marking scheme")
    IMPORTED = "imported", _("Imported or typed as one mark")


class NameDisplay(models.TextChoices):
    """How competitors are named before the public."""

    FULL = "full", _("Full name")
    SURNAME = "surname", _("Surname only")
    NUMBER = "number", _("Entry number only")


class EntryState(models.TextChoices):
    """How far an entry has come."""

    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted")
    APPROVED = "approved", _("Approved")
    RETURNED = "returned", _("Returned")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class EntryVerdict(models.TextChoices):
    """What a row of a spreadsheet of entries would do."""

    NEW = "new", _("New")
    UPDATE = "update", _("Change")
    SKIP = "skip", _("Unchanged")
    ERROR = "error", pgettext_lazy("verdict on a row", "Error")


class EntryAttendance(models.TextChoices):
    """What became of an approved entry on the day; never expressed as a mark."""

    EXPECTED = "expected", _("Expected")
    PRESENT = "present", _("Present")
    ABSENT = "absent", _("Absent")
    DISQUALIFIED = "disqualified", _("Disqualified")


class SeatKind(models.TextChoices):
    """What a seat on a panel is for; a reserve marks in place of a seat in conflict."""

    JUDGE = "judge", _("Judge")
    RESERVE = "reserve", _("Reserve judge")


class BlindLayers(models.IntegerChoices):
    """How many layers of codes stand between a name and a work (加密)."""

    OPEN = 0, _("Codes on the tablets, names on the live board")
    ONE = 1, _("Sealed codes: only progress until the marks are locked")


class MeasurementProcedure(models.TextChoices):
    """How a panel comes to the one value of a measurement aspect."""

    AGREED = "agreed", _("One agreed value, recorded once")
    DUAL = "dual", _("Two pairs measure; both values must match")


class MeasurementPart(models.TextChoices):
    """Who types the value that was measured together, and who only signs it."""

    RECORDER = "recorder", _("Records the agreed value")
    SECOND_RECORDER = "second", _("Records the value of the second pair")
    CO_SIGNER = "co_signer", _("Co-signs")


class ConflictHandling(models.TextChoices):
    """What was decided about a judge who shares an employer with an entrant."""

    BLOCKED = "blocked", _("Judge may not mark this entry")
    DECLARED = "declared", _("Declared and signed; the judge marks")
    REPLACED = "replaced", _("Reserve judge marks this entry")


class DrawKind(models.TextChoices):
    """What a draw gives to every entry."""

    ENTRY_NUMBER = "entry_number", _("Entry numbers")
    STATION = "station", _("Stations")


class DrawState(models.TextChoices):
    """A draw is committed before the public value exists, and drawn after it."""

    COMMITTED = "committed", _("Committed")
    DRAWN = "drawn", _("Drawn")
    VOIDED = "voided", _("Voided")


class Capability(models.TextChoices):
    """What a role may do; a role is a row that lists some of these."""

    COMPETITIONS_CREATE = "competitions.create", _("Create competitions")
    COMPETITIONS_SEE = "competitions.see", _("See competitions in the office")
    COMPETITIONS_MANAGE = "competitions.manage", _("Manage a competition")
    ENTRIES_SEE = "entries.see", _("See entries")
    ENTRIES_SUBMIT = "entries.submit", _("Submit entries of the own unit")
    ENTRIES_REVIEW = "entries.review", _("Review entries")
    SCHEMES_EDIT = "schemes.edit", _("Prepare marking schemes")
    DRAWS_RUN = "draws.run", _("Run draws")
    PANELS_APPOINT = "panels.appoint", _("Appoint judges")
    MARKS_ENTER = "marks.enter", _("Mark as a seated judge")
    MARKS_ACCEPT = "marks.accept", _("Accept signed marks")
    MARKS_SEE = "marks.see", _("See marks and progress")
    RESULTS_CHECK = "results.check", _("Check results")
    RESULTS_PUBLISH = "results.publish", _("Publish results")
    BOARDS_RUN = "boards.run", _("Run live boards")
    AWARDS_MANAGE = "awards.manage", _("Manage award policies and awards")
    TITLES_GRANT = "titles.grant", _("Grant and revoke titles")
    CERTIFICATES_ISSUE = "certificates.issue", _("Issue certificates")
    PEOPLE_SEE = "people.see", _("See people and organisations")
    PEOPLE_EDIT = "people.edit", _("Edit people and organisations")
    TARGETS_SEE = "targets.see", _("See targets and reports")
    TARGETS_EDIT = "targets.edit", _("Set targets")
    ROLES_ASSIGN = "roles.assign", _("Assign roles")
    AUDIT_SEE = "audit.see", _("Read the audit log")


class RoleScope(models.TextChoices):
    """How far a role assignment reaches."""

    SYSTEM = "system", _("Whole system")
    COMPETITION = "competition", _("One competition")
    EVENT = "event", _("One event")
