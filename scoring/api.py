"""The operations a tablet sends, and the list of what its judge has to mark."""

from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Router

from competitions.models import Event
from scoring.api_schemas import (
    AnswerOut,
    BatchIn,
    BatchOut,
    Malformed,
    MessageOut,
    OperationIn,
)
from scoring.enums import OperationStatus
from scoring.permissions import events_to_mark
from scoring.queries.worklist import worklist
from scoring.services.operation import Answer
from scoring.services.operations import apply_operations
from scoring.tablets import tablet_of

if TYPE_CHECKING:
    from people.models import User

router = Router(tags=["marking"])


@router.post(
    "/events/{uuid:event_id}/operations",
    response={200: BatchOut, 400: MessageOut, 404: MessageOut},
    url_name="operations",
)
def post_operations(
    request: HttpRequest, event_id: UUID, batch: BatchIn, response: HttpResponse
) -> BatchOut:
    """Apply a batch of operations; every one gets an answer of its own.

    The answers are committed when they arrive. An operation that is sent again gets
    its first answer, so a tablet without an answer simply repeats the batch.
    """
    event, judge = _event_to_mark(request, event_id), cast("User", request.user)
    at = timezone.now()
    received = batch.read()
    readable = [each for each in received if isinstance(each, OperationIn)]
    answers = iter(
        apply_operations(
            event=event,
            device=tablet_of(request, response, user=judge, at=at),
            judge=judge,
            operations=[each.to_operation() for each in readable],
            at=at,
        )
    )
    return BatchOut(
        answers=[
            AnswerOut(
                op_id=each.op_id,
                status=OperationStatus.MALFORMED,
                message=each.message,
            )
            if isinstance(each, Malformed)
            else _answer(next(answers))
            for each in received
        ]
    )


@router.get(
    "/events/{uuid:event_id}/worklist",
    response={200: dict[str, Any], 404: MessageOut},
    url_name="worklist",
)
def get_worklist(
    request: HttpRequest, event_id: UUID, response: HttpResponse
) -> dict[str, Any]:
    """Return the sheets the signed-in judge marks, as he may see them now."""
    event, judge = _event_to_mark(request, event_id), cast("User", request.user)
    device = tablet_of(request, response, user=judge, at=timezone.now())
    response["Cache-Control"] = "no-store"
    return worklist(event=event, judge=judge, device_id=device.pk)


def _event_to_mark(request: HttpRequest, event_id: UUID) -> Event:
    event = (
        events_to_mark(request.user)
        .select_related("competition")
        .filter(pk=event_id)
        .first()
    )
    if event is None:
        raise Http404(_("You have no seat on a panel of this event."))
    return event


def _answer(answer: Answer) -> AnswerOut:
    return AnswerOut(
        op_id=str(answer.op_id),
        status=answer.status,
        message=answer.message,
        version=answer.version,
        value=answer.value,
        mark=answer.mark,
        current=answer.current,
        reveal=answer.reveal,
        server_seq=answer.server_seq,
        replayed=answer.replayed,
        sheet=answer.sheet,
    )
