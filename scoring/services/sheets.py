"""Opens the sheets of an event for marking."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from audit.services import record
from audit.streams import event_stream
from competitions.models import Event
from people.models import User
from people.sentences import in_words
from people.services.users import actor_of
from scoring.models import MarkingScheme, Sheet, SubCriterion
from scoring.queries.schemes import current_schemes, load_scheme
from scoring.queries.sheets import marked_entries, marking_forms
from scoring.rules.scheme_check import check
from scoring.rules.scheme_problems import Severity
from scoring.services.event_lock import lock_event
from scoring.services.panel_sizes import MarkingNotReady, refuse_small_panels
from scoring.services.waiting import reveal_waiting


@transaction.atomic
def open_sheets(*, event: Event, by: User, at: datetime) -> int:
    """Open a sheet for every sub criterion with a panel and every entry to be marked.

    Return how many were opened; what is open stays. Also called after entries, panels
    or conflicts changed: what was only waiting for them is then revealed. Raises
    MarkingNotReady when a scheme cannot be used, a panel is too small or the marks
    are locked.
    """
    if lock_event(event.pk).marks_locked_at:
        raise MarkingNotReady(
            _("The marks of this event are locked; no sheet can be opened any more.")
        )
    schemes = [each for each in current_schemes([event.pk]) if not each.is_frozen]
    _refuse_unusable(schemes)
    forms = list(marking_forms(event.pk))
    if not forms:
        raise MarkingNotReady(
            _("No sub criterion has a panel yet; assign the panels first.")
        )
    entries = list(marked_entries(event).values_list("pk", flat=True))
    refuse_small_panels(event, entries)
    opened = _open(forms, entries)
    reveal_waiting(event=event, at=at)
    if opened:
        record(
            stream=event_stream(event.pk),
            actor=actor_of(by),
            action="sheets.opened",
            object_id=f"event:{event.pk}",
            payload={"sheets": opened, "entries": len(entries)},
            at=at,
        )
    return opened


def _open(forms: Sequence[SubCriterion], entry_ids: Sequence[UUID]) -> int:
    known = set(
        Sheet.objects.filter(sub_criterion__in=forms, entry__in=entry_ids).values_list(
            "sub_criterion", "entry"
        )
    )
    sheets = [
        Sheet(sub_criterion=form, entry_id=entry_id)
        for entry_id in entry_ids
        for form in forms
        if (form.pk, entry_id) not in known
    ]
    Sheet.objects.bulk_create(sheets, batch_size=500)
    return len(sheets)


def _refuse_unusable(schemes: Sequence[MarkingScheme]) -> None:
    for row in schemes:
        if row.file_errors:
            raise MarkingNotReady(
                _(
                    "The marking scheme “%(scheme)s” cannot be used yet: look at the"
                    " %(number)s rows of its workbook that could not be taken over."
                )
                % {"scheme": row.skill, "number": row.file_errors}
            )
        errors = [
            problem
            for problem in check(load_scheme(row))
            if problem.severity is Severity.ERROR
        ]
        if errors:
            raise MarkingNotReady(
                _("The marking scheme “%(scheme)s” cannot be used yet: %(problem)s")
                % {"scheme": row.skill, "problem": in_words(errors[0].sentence)}
            )
