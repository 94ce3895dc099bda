"""Changes a draft by hand: whole, against the version that was looked at."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.services import record
from audit.streams import event_stream
from competitions.services.refusal import Refusal
from people.models import User
from people.services.users import actor_of
from scoring.models import MarkingScheme, Sheet
from scoring.rules.scheme import Scheme
from scoring.rules.scheme_hash import scheme_hash
from scoring.services.event_lock import lock_event
from scoring.services.scheme_rows import delete_rows, write_rows
from scoring.services.scheme_store import (
    SchemeInUse,
    count_errors,
    panels_by_code,
    refuse_unstorable,
)


class SchemeChanged(Refusal):
    """Somebody else changed the scheme since the page was opened."""

    sentence = _(
        "The scheme was changed meanwhile, so nothing was saved. Open the page again,"
        " look at it and make your change then."
    )


@transaction.atomic
def edit_scheme(
    *,
    marking_scheme: MarkingScheme,
    scheme: Scheme,
    version: int,
    by: User,
    at: datetime,
    renamed: Mapping[str, str] | None = None,
) -> MarkingScheme:
    """Write a changed scheme in place of the draft of a version.

    Panels stay with their sub criterion codes; ``renamed`` maps old codes to new ones.
    Raises SchemeInUse once frozen, SchemeChanged when the version is no longer the
    current one, SchemeRefused when the scheme contradicts itself.
    """
    refuse_unstorable(scheme)
    row = draft_row(marking_scheme, version)
    panels = panels_by_code(row)
    for old, new in (renamed or {}).items():
        panels[new] = panels.pop(old, None)
    rewrite_draft(row, scheme, panels)
    record_edit(row, "scheme.edited", scheme, by=by, at=at)
    return row


@transaction.atomic
def settle_file_errors(
    *, marking_scheme: MarkingScheme, version: int, by: User, at: datetime
) -> None:
    """Say that what the workbook could not bring over has been dealt with by hand."""
    row = draft_row(marking_scheme, version)
    settled, row.file_errors = row.file_errors, 0
    row.edit_version += 1
    row.save(update_fields=["file_errors", "edit_version"])
    _record(row, "scheme.file_errors_settled", {"number": settled}, by, at)


def draft_row(marking_scheme: MarkingScheme, version: int) -> MarkingScheme:
    """Return the row anew under the event's lock, if it still is what was seen."""
    lock_event(marking_scheme.component.stage.event_id)
    row = MarkingScheme.objects.select_related("component__stage").get(
        pk=marking_scheme.pk
    )
    if row.is_frozen:
        raise SchemeInUse
    if row.edit_version != version:
        raise SchemeChanged
    return row


def rewrite_draft(
    row: MarkingScheme, scheme: Scheme, panels: Mapping[str, UUID | None]
) -> None:
    """Write a scheme in place of what a draft holds; its version moves on."""
    # A draft has no marks; its sheets are opened anew.
    Sheet.objects.filter(sub_criterion__criterion__scheme=row).delete()
    delete_rows(row)
    row.skill = scheme.skill
    row.combine_at, row.drops_extremes = scheme.combine_at, scheme.drops_extremes
    row.errors = count_errors(scheme)
    row.edit_version += 1
    row.save()
    write_rows(row, scheme, panels)


def record_edit(
    row: MarkingScheme,
    action: str,
    scheme: Scheme,
    *,
    by: User,
    at: datetime,
    facts: Mapping[str, object] | None = None,
) -> None:
    """Write down what a draft became, and in which way."""
    became = {"total": str(scheme.total), "hash": scheme_hash(scheme)}
    _record(row, action, {**became, **(facts or {})}, by, at)


def _record(
    row: MarkingScheme, action: str, facts: Mapping[str, object], by: User, at: datetime
) -> None:
    record(
        stream=event_stream(row.component.stage.event_id),
        actor=actor_of(by),
        action=action,
        object_id=f"scheme:{row.pk}",
        payload={"component": row.component.code, **facts},
        at=at,
    )
