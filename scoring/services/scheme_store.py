"""Keeps marking schemes: a draft is replaced, a frozen one amended by a new version."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.services import record
from audit.streams import event_stream
from competitions.models import Component
from competitions.services.refusal import Refusal
from people.models import User
from people.sentences import in_words
from people.services.users import actor_of
from scoring.models import Mark, MarkingScheme, Sheet, SubCriterion
from scoring.queries.schemes import load_scheme
from scoring.rules.scheme import Scheme
from scoring.rules.scheme_check import check
from scoring.rules.scheme_hash import scheme_hash
from scoring.rules.scheme_problems import Problem, Severity
from scoring.services.event_lock import lock_event
from scoring.services.scheme_rows import delete_rows, write_rows

# What no table can hold; any other problem may wait until marking is opened.
_UNSTORABLE = frozenset(
    (
        "calculation-unknown",
        "code-missing",
        "code-repeated",
        "day-range",
        "kind-old",
        "kind-unknown",
        "letter-repeated",
        "letter-unknown",
        "number-range",
        "section-repeated",
        "too-long",
    )
)


class SchemeRefused(Refusal):
    """The scheme contradicts itself so that it cannot be kept."""


class SchemeInUse(Refusal):
    """Marks exist that were made with this scheme."""

    sentence = _("Marks have been made with this scheme; it can no longer be changed.")


@transaction.atomic
def save_scheme(
    *,
    component: Component,
    scheme: Scheme,
    file_name: str,
    by: User,
    at: datetime,
    file_errors: int = 0,
) -> MarkingScheme:
    """Keep a scheme as the newest of its component and return its row.

    A draft is replaced and keeps the panels of equal sub criterion codes; a frozen
    scheme without marks gets a next version. ``file_errors`` are those its workbook
    had and the scheme does not show. Raises SchemeInUse when the newest scheme has
    marks, SchemeRefused when the scheme contradicts itself.
    """
    refuse_unstorable(scheme)
    lock_event(component.stage.event_id)
    latest = component.schemes.order_by("version").last()
    panels: dict[str, UUID | None] = {}
    if latest:
        _refuse_marked(latest)
        panels = panels_by_code(latest)
        Sheet.objects.filter(sub_criterion__criterion__scheme=latest).delete()
    row = _row_for(component, latest, at)
    row.skill, row.file_name = scheme.skill, file_name
    row.combine_at, row.drops_extremes = scheme.combine_at, scheme.drops_extremes
    row.errors, row.file_errors = count_errors(scheme), file_errors
    row.save()
    write_rows(row, scheme, panels)
    _record_saved(row, scheme, by, at)
    return row


def freeze_scheme(*, marking_scheme: MarkingScheme, at: datetime) -> str:
    """Freeze a scheme at its first mark and return its fingerprint.

    Runs in the transaction of the mark.
    """
    fingerprint = scheme_hash(load_scheme(marking_scheme))
    marking_scheme.frozen_at, marking_scheme.frozen_hash = at, fingerprint
    marking_scheme.save(update_fields=["frozen_at", "frozen_hash"])
    return fingerprint


def _record_saved(row: MarkingScheme, scheme: Scheme, by: User, at: datetime) -> None:
    record(
        stream=event_stream(row.component.stage.event_id),
        actor=actor_of(by),
        action="scheme.saved",
        object_id=f"scheme:{row.pk}",
        payload={
            "component": row.component.code,
            "version": row.version,
            "file": row.file_name,
            "total": str(scheme.total),
            "hash": scheme_hash(scheme),
        },
        at=at,
    )


def count_errors(scheme: Scheme) -> int:
    """Count what keeps a scheme from being used."""
    return sum(problem.severity is Severity.ERROR for problem in check(scheme))


def refuse_unstorable(scheme: Scheme) -> None:
    """Raise SchemeRefused for what the tables cannot hold."""
    sentences = [in_words(problem.sentence) for problem in unstorable(check(scheme))]
    if sentences:
        raise SchemeRefused(" ".join(sentences))


def unstorable(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems that keep a scheme from being kept, even as a draft."""
    return [problem for problem in problems if problem.code in _UNSTORABLE]


def _refuse_marked(scheme: MarkingScheme) -> None:
    marks = Mark.objects.filter(sheet__sub_criterion__criterion__scheme=scheme)
    if marks.exclude(value="").exists():
        raise SchemeInUse


def panels_by_code(scheme: MarkingScheme) -> dict[str, UUID | None]:
    """Return which panel marks which sub criterion."""
    subs = SubCriterion.objects.filter(criterion__scheme=scheme, panel__isnull=False)
    return {sub.code: sub.panel_id for sub in subs}


def _row_for(
    component: Component, latest: MarkingScheme | None, at: datetime
) -> MarkingScheme:
    if latest is None:
        return MarkingScheme(component=component, created_at=at)
    if latest.is_frozen:
        version = latest.version + 1
        return MarkingScheme(component=component, version=version, created_at=at)
    delete_rows(latest)
    latest.edit_version += 1
    return latest
