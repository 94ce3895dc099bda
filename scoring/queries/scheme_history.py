"""What became of a scheme: its first mark, its workbook, and others to copy."""

from django.db.models import QuerySet

from competitions.models import Component
from competitions.permissions import AnyUser
from scoring.enums import OperationKind, OperationStatus
from scoring.models import (
    MarkingScheme,
    MarkOperation,
    RemovedPart,
    SchemeUpload,
    Sheet,
)
from scoring.permissions import events_with_schemes


def first_mark(scheme: MarkingScheme) -> MarkOperation | None:
    """Return the operation that froze a scheme, as the server took it first."""
    sheets = Sheet.objects.filter(sub_criterion__criterion__scheme=scheme)
    return (
        MarkOperation.objects.filter(
            sheet_key__in=sheets.values("pk"),
            status=OperationStatus.STORED,
            kind=OperationKind.MARK,
        )
        .select_related("author")
        .order_by("server_seq")
        .first()
    )


def upload_of(scheme: MarkingScheme) -> SchemeUpload | None:
    """Return the workbook a scheme was read from, without its bytes."""
    return scheme.uploads.defer("content").order_by("saved_at").last()


def removed_from(scheme: MarkingScheme) -> RemovedPart | None:
    """Return what was taken out of a draft, unless it changed since."""
    return RemovedPart.objects.filter(
        scheme=scheme, edit_version=scheme.edit_version
    ).first()


def schemes_to_copy(user: AnyUser, component: Component) -> QuerySet[MarkingScheme]:
    """Return every scheme of other components that a user may open, newest first."""
    return (
        MarkingScheme.objects.filter(
            component__stage__event__in=events_with_schemes(user)
        )
        .exclude(component=component)
        .select_related("component__stage__event__competition")
        .order_by(
            "-component__stage__event__competition__starts_on",
            "component__stage__event__number",
            "component__position",
            "-version",
        )
    )
