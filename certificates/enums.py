"""The closed lists of words that awards and certificates are described with."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PolicyStatus(models.TextChoices):
    """Whether an award policy is an example, being written, or in force."""

    SAMPLE = "sample", _("Sample")
    DRAFT = "draft", _("Draft")
    IN_FORCE = "in_force", _("In force")


class AwardKind(models.TextChoices):
    """What an award is."""

    PRIZE = "prize", _("Prize")
    MEDAL = "medal", _("Medal")


class GrantState(models.TextChoices):
    """How far a title has come; it counts only once granted by a document."""

    ELIGIBLE = "eligible", _("Eligible")
    GRANTED = "granted", _("Granted")
    REVOKED = "revoked", _("Revoked")


class CertificateKind(models.TextChoices):
    """What a certificate proves."""

    AWARD = "award", _("Award certificate")
    TITLE = "title", _("Title certificate")


class CertificateStatus(models.TextChoices):
    """What the verification page answers."""

    VALID = "valid", _("Valid")
    REVOKED = "revoked", _("Revoked")
    REPLACED = "replaced", _("Replaced")
