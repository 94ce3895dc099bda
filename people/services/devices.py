"""Enrols tablets and notes when they were last heard of."""

import secrets
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Greatest

from audit.services import record
from audit.streams import REGISTER
from people.models import Device


@transaction.atomic
def enrol_device(*, name: str, actor: str, at: datetime) -> tuple[Device, str]:
    """Add a device; return it with its key, which is told once and never stored."""
    key = secrets.token_urlsafe(32)
    device = Device(
        name=name, key_hash=Device.hash_key(key), enrolled_at=at, last_seen_at=at
    )
    device.full_clean()
    device.save(force_insert=True)
    record(
        stream=REGISTER,
        actor=actor,
        action="device.enrolled",
        object_id=f"device:{device.pk}",
        payload={"name": name},
        at=at,
    )
    return device, key


def note_device(*, device_id: UUID, sequence: int, at: datetime) -> None:
    """Note that a device was heard of and how far its operations have come.

    No event: it changes with every batch of marks, whose own events name the device.
    """
    Device.objects.filter(pk=device_id).update(
        last_seen_at=at, last_sequence=Greatest(F("last_sequence"), sequence)
    )
