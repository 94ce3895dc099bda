"""The six digits with which a judge signs: set, checked, reset."""

import re
from datetime import datetime
from typing import Final

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.utils.translation import gettext as _, ngettext

from audit.services import record
from audit.streams import REGISTER
from people.models import User
from people.services.users import actor_of

TRIES: Final = 5
_SIX_DIGITS = re.compile(r"[0-9]{6}")
_RUNS = ("01234567890", "09876543210")
_FEWEST_DIFFERENT = 3


class PinRefused(Exception):
    """The PIN was not accepted; ``sentence`` says why, in the reader's language."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class PinNotSet(PinRefused):
    """The user has no PIN yet."""


class PinLocked(PinRefused):
    """Too many wrong tries; an administrator resets the PIN."""


class WrongPin(PinRefused):
    """The PIN is another one."""


@transaction.atomic
def set_pin(*, user: User, pin: str, at: datetime) -> None:
    """Set a user's PIN; raises PinRefused for a weak one, PinLocked when locked.

    Whoever calls this has asked for the password: the PIN stands for a signature.
    """
    _refuse_weak(pin)
    row = User.objects.select_for_update(no_key=True).get(pk=user.pk)
    _refuse_locked(row)
    row.pin_hash, row.pin_failures = make_password(pin), 0
    row.save(update_fields=["pin_hash", "pin_failures"])
    _record("pin.set", row, row, at)


def check_pin(*, user: User, pin: str, at: datetime) -> None:
    """Check a PIN and count wrong tries; raises PinNotSet, PinLocked or WrongPin.

    What cannot be a PIN is refused as a slip of the finger and uses up no try. The
    count is committed before the refusal is raised, so this never runs inside
    another transaction.
    """
    with transaction.atomic(durable=True):
        row = User.objects.select_for_update(no_key=True).get(pk=user.pk)
        if not row.pin_hash:
            raise PinNotSet(_("You have no PIN yet; set one before you sign."))
        _refuse_locked(row)
        _refuse_other_than_six_digits(pin)
        is_right = check_password(pin, row.pin_hash)
        row.pin_failures = 0 if is_right else row.pin_failures + 1
        row.save(update_fields=["pin_failures"])
        if row.pin_failures >= TRIES:
            _record("pin.locked", row, row, at)
    if is_right:
        return
    _refuse_locked(row)
    left = TRIES - row.pin_failures
    raise WrongPin(
        ngettext(
            "The PIN is wrong; you have %(left)s more try.",
            "The PIN is wrong; you have %(left)s more tries.",
            left,
        )
        % {"left": left}
    )


@transaction.atomic
def reset_pin(*, user: User, by: User, at: datetime) -> None:
    """Take a PIN away, so that its owner can set a new one."""
    row = User.objects.select_for_update(no_key=True).get(pk=user.pk)
    row.pin_hash, row.pin_failures = "", 0
    row.save(update_fields=["pin_hash", "pin_failures"])
    _record("pin.reset", row, by, at)


def _refuse_locked(user: User) -> None:
    if user.pin_failures >= TRIES:
        raise PinLocked(
            _("The PIN is locked after five wrong tries; ask an administrator.")
        )


def _refuse_other_than_six_digits(pin: str) -> None:
    if not _SIX_DIGITS.fullmatch(pin):
        raise PinRefused(_("A PIN has exactly six digits."))


def _refuse_weak(pin: str) -> None:
    _refuse_other_than_six_digits(pin)
    if len(set(pin)) < _FEWEST_DIFFERENT or any(pin in run for run in _RUNS):
        raise PinRefused(
            _("This PIN is too easy to guess; choose digits without a pattern.")
        )


def _record(action: str, user: User, by: User, at: datetime) -> None:
    record(
        stream=REGISTER,
        actor=actor_of(by),
        action=action,
        object_id=f"user:{user.pk}",
        payload={"name": user.get_full_name()},
        at=at,
    )
