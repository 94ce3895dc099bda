"""Roles and who holds them: a role is a row, not a branch in code."""

from django.db import models
from django.utils.translation import get_language, gettext_lazy as _

from competitions.enums import RoleScope
from competitions.models.competition import Competition
from competitions.models.event import Event
from people.keys import uuid7
from people.models import Organisation, User


class Role(models.Model):
    """A named set of capabilities, such as organiser or chief judge."""

    code = models.SlugField(unique=True)
    name = models.CharField(_("name"), max_length=60)
    name_en = models.CharField(_("English name"), max_length=60)
    scope = models.CharField(_("scope"), max_length=12, choices=RoleScope)
    capabilities = models.JSONField(_("capabilities"), default=list)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("role")
        verbose_name_plural = _("roles")

    def __str__(self) -> str:
        return self.display_name

    @property
    def display_name(self) -> str:
        """The name in the reader's language."""
        return self.name_en if get_language() == "en" else self.name


class RoleAssignment(models.Model):
    """A user holds a role over the whole system, one competition or one event."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    user = models.ForeignKey(
        User, verbose_name=_("user"), on_delete=models.CASCADE, related_name="roles"
    )
    role = models.ForeignKey(
        Role, verbose_name=_("role"), on_delete=models.PROTECT, related_name="+"
    )
    competition = models.ForeignKey(
        Competition, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    event = models.ForeignKey(
        Event, null=True, blank=True, on_delete=models.CASCADE, related_name="roles"
    )
    # A unit contact acts for one unit only, whatever the scope of the role.
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    # "system", "competition:<id>" or "event:<id>", with "@<unit>" behind it: SQLite
    # treats nulls as distinct, so a constraint over the nullable keys cannot hold.
    reach = models.CharField(max_length=100)
    assigned_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("user", "role", "reach"),
                name="competitions_role_assigned_once",
            ),
        )

    def __str__(self) -> str:
        return f"{self.user_id} {self.role_id}"
