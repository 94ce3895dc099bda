"""The accounts with which people sign in."""

from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from people.keys import uuid7
from people.models.person import Person


class User(AbstractUser):
    """An account, mostly of a person of the register; what it may do are roles."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    # Chinese names are one field; an account without a person carries its own.
    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    name = models.CharField(_("full name"), max_length=100, blank=True)
    person = models.OneToOneField(
        Person,
        verbose_name=_("person"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="user",
    )
    # What a judge signs with; a hash like that of the password, and wrong tries.
    pin_hash = models.CharField(max_length=128, blank=True, editable=False)
    pin_failures = models.PositiveSmallIntegerField(default=0, editable=False)

    # An account needs no mailbox.
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return self.name or self.username

    def get_full_name(self) -> str:
        """Return the name people call this user by."""
        return self.name or self.username

    def get_short_name(self) -> str:
        """Return the same: a Chinese name has no shorter polite form."""
        return self.get_full_name()
