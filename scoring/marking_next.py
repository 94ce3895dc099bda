"""Whom the marking waits for, told to those who follow it and cannot act themselves."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _, ngettext

from competitions.models import Event
from scoring.enums import SheetState
from scoring.queries.progress import MarkingProgress


@dataclass(frozen=True)
class NextStep:
    """A sentence that names who acts next, and the way there if the reader has one."""

    sentence: str
    tone: str = "info"
    action: str = ""
    url: str = ""


def next_step(
    event: Event, progress: MarkingProgress, chiefs: Sequence[str], *, may_appoint: bool
) -> NextStep | None:
    """Return who accepts or locks the marks next; None while judges still mark."""
    if event.marks_locked_at or not progress.sheets:
        return None
    if not chiefs:
        return _without_chief(event, may_appoint=may_appoint)
    names = _(", ").join(chiefs)
    if progress.can_be_locked:
        return NextStep(
            _(
                "Every sheet is accepted. The chief judge (%(names)s) now locks the"
                " marks under Marking; then the result can be prepared."
            )
            % {"names": names}
        )
    if waiting := progress.states[SheetState.SIGNED]:
        return NextStep(
            ngettext(
                "%(number)s signed sheet waits for the chief judge (%(names)s).",
                "%(number)s signed sheets wait for the chief judge (%(names)s).",
                waiting,
            )
            % {"number": waiting, "names": names}
        )
    return None


def _without_chief(event: Event, *, may_appoint: bool) -> NextStep:
    sentence = _(
        "Nobody is chief judge of this event. A chief judge accepts the signed sheets"
        " and locks the marks."
    )
    if not may_appoint:
        return NextStep(sentence, tone="warn")
    url = reverse("competitions:panel-list", args=(event.pk,))
    return NextStep(sentence, "warn", _("Appoint a chief judge"), url)
