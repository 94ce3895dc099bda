"""Takes hold of a result list for a step, and writes the step down."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from competitions.services.event_trail import record_for_event
from competitions.services.refusal import Refusal
from people.models import User
from scoring.enums import ResultState
from scoring.models import ResultList
from scoring.services.event_lock import lock_event


class WrongState(Refusal):
    """The list is no longer in the state that the step begins from."""

    sentence = _("This result has moved on meanwhile. Open the page again.")


def locked_list(result_list: ResultList, *states: ResultState) -> ResultList:
    """Lock a list and refuse when it is in no state that the step begins from.

    The event comes first, as for whoever changes its scores: what the list is compared
    with stays as it is until the step is taken.
    """
    lock_event(result_list.event_id)
    locked = ResultList.objects.select_for_update().get(pk=result_list.pk)
    if locked.state not in states:
        raise WrongState
    return locked


def record_result(
    result_list: ResultList, action: str, by: User, at: datetime, reason: str = ""
) -> None:
    """Write down what became of a list, with its fingerprint."""
    record_for_event(
        event_id=result_list.event_id,
        action=action,
        object_id=f"result_list:{result_list.pk}",
        payload={
            "version": result_list.version,
            "content_hash": result_list.content_hash,
            "reason": reason or result_list.reason,
        },
        by=by,
        at=at,
    )
