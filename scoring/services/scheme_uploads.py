"""Takes workbooks in: kept to be looked at, saved as a scheme whole or not at all."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from competitions.models import Component
from competitions.services.refusal import Refusal
from people.models import User
from scoring.models import MarkingScheme, SchemeUpload
from scoring.rules.scheme import Scheme
from scoring.services.scheme_store import save_scheme

LONGEST_NAME = 200


class AlreadySaved(Refusal):
    """A workbook becomes a scheme once."""

    sentence = _("This workbook is already saved as a marking scheme.")


@transaction.atomic
def keep_upload(
    *, component: Component, file_name: str, content: bytes, by: User, at: datetime
) -> SchemeUpload:
    """Keep a workbook to be looked at; the scheme stays what it is."""
    upload = SchemeUpload(
        component=component,
        file_name=file_name[-LONGEST_NAME:],
        content=content,
        created_by=by,
        created_at=at,
    )
    upload.save(force_insert=True)
    return upload


@transaction.atomic
def save_upload(
    *,
    upload: SchemeUpload,
    scheme: Scheme,
    file_errors: int,
    by: User,
    at: datetime,
) -> MarkingScheme:
    """Make the scheme read from a workbook the newest one of its component.

    Raises AlreadySaved, SchemeInUse when marks were made with the scheme there is,
    and SchemeRefused when the scheme contradicts itself.
    """
    kept = SchemeUpload.objects.select_for_update(of=("self",)).get(pk=upload.pk)
    if kept.saved_at:
        raise AlreadySaved
    row = save_scheme(
        component=upload.component,
        scheme=scheme,
        file_name=kept.file_name,
        file_errors=file_errors,
        by=by,
        at=at,
    )
    kept.scheme, kept.saved_at = row, at
    kept.save(update_fields=["scheme", "saved_at"])
    return row


@transaction.atomic
def discard_upload(*, upload: SchemeUpload) -> None:
    """Forget a workbook that was only looked at; raises AlreadySaved."""
    if SchemeUpload.objects.filter(pk=upload.pk, saved_at__isnull=False).exists():
        raise AlreadySaved
    upload.delete()
