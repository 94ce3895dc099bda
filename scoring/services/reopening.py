"""Opens scores again: a checker sends a result back, or a published one was wrong."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from competitions.services.refusal import Refusal
from people.models import User
from scoring.enums import ResultState
from scoring.models import ResultList
from scoring.queries.results import current_list
from scoring.services.result_trail import WrongState, locked_list, record_result


@transaction.atomic
def send_back(
    *, result_list: ResultList, reason: str, by: User, at: datetime
) -> ResultList:
    """Send a result that is not published yet back to whoever prepared it.

    Its scores may be changed again, and the next version takes its place. Raises
    Refusal without a reason, WrongState once it is published or superseded.
    """
    states = (ResultState.PROVISIONAL, ResultState.CHECKED)
    result_list = locked_list(result_list, *states)
    if not reason.strip():
        raise Refusal(_("Say what has to be mended."))
    result_list.state = ResultState.RETURNED
    _store(result_list, reason, by, at)
    record_result(result_list, "results.sent_back", by, at, reason.strip())
    return result_list


@transaction.atomic
def reopen_scores(
    *, result_list: ResultList, reason: str, by: User, at: datetime
) -> ResultList:
    """Let the scores behind a published result be corrected, for a reason.

    The published version stays as it is until a new one takes its place. Raises Refusal
    without a reason, WrongState when a newer version is under way already.
    """
    result_list = locked_list(result_list, ResultState.PUBLISHED)
    if not reason.strip():
        raise Refusal(_("Say why the scores are opened again."))
    if result_list.reopened_at or current_list(result_list.event_id) != result_list:
        raise WrongState
    _store(result_list, reason, by, at)
    record_result(result_list, "results.reopened", by, at, reason.strip())
    return result_list


def _store(result_list: ResultList, reason: str, by: User, at: datetime) -> None:
    result_list.reopened_by, result_list.reopened_at = by, at
    result_list.reopening_reason = reason.strip()
    result_list.save(
        update_fields=["state", "reopened_by", "reopened_at", "reopening_reason"]
    )
