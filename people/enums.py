"""The fixed choices of the register."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from people.rules import identity


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

    MALE = identity.Sex.MALE.value, _("Male")
    FEMALE = identity.Sex.FEMALE.value, _("Female")


class IdentityKind(models.TextChoices):
    """The document an identity number stands on, as the rules read it."""

    RESIDENT = identity.IdentityKind.RESIDENT.value, _("Resident identity card")
    HONG_KONG_MACAU_TAIWAN = (
        identity.IdentityKind.HONG_KONG_MACAU_TAIWAN.value,
        _("Residence permit for Hong Kong, Macau and Taiwan residents"),
    )
    FOREIGN_PERMANENT_RESIDENT = (
        identity.IdentityKind.FOREIGN_PERMANENT_RESIDENT.value,
        _("Foreign permanent resident identity card"),
    )


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
