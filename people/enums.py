"""The fixed choices of the register."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OrganisationKind(models.TextChoices):
    """What a unit is."""

    ENTERPRISE = "enterprise", _("Enterprise")
    SCHOOL = "school", _("School")
    BUREAU = "bureau", _("Government office")
    UNION = "union", _("Trade union")
    ASSOCIATION = "association", _("Association")
    OTHER = "other", _("Other unit")


class Sex(models.TextChoices):
    """Sex as the identity document states it."""

    MALE = "male", _("Male")
    FEMALE = "female", _("Female")


class IdentityKind(models.TextChoices):
    """The document an identity number stands on."""

    RESIDENT = "resident", _("Resident identity card")
    HK_MACAO_TAIWAN = (
        "hk_macao_taiwan",
        _("Residence permit for Hong Kong, Macao and Taiwan residents"),
    )
    FOREIGNER = "foreigner", _("Foreign permanent resident identity card")


class CredentialKind(models.TextChoices):
    """What a credential says of its holder."""

    TITLE = "title", _("Title")
    LEVEL = "level", _("Skill level")
    RESULT = "result", _("Competition result")
    HONOUR = "honour", _("Honour")


class CredentialSource(models.TextChoices):
    """Where a credential comes from."""

    INTERNAL = "internal", _("This system")
    EXTERNAL = "external", _("Another issuer")
    HISTORICAL = "historical", _("Before this system")


class Language(models.TextChoices):
    """The languages of the pages."""

    CHINESE = "zh-hans", "中文"
    ENGLISH = "en", "English"
