"""Puts the page of the tablet together: the open sheet, its cards, and its rail."""

from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from django.utils.translation import get_language, gettext as _

from audit.queries import last_number
from audit.streams import event_stream
from competitions.models import Event
from people.models import User
from scoring.judge_cards import Card, Seen, card_of, scores_in_words
from scoring.queries.judge_rail import Neighbour, OpenSheet, open_sheet
from scoring.queries.judge_sheet import View, sheet_view
from scoring.rules.seating import RECORDER


@dataclass(frozen=True)
class RailLink:
    """A line of the rail: where it leads and the state in words."""

    sheet_id: UUID
    label: str
    note: str
    icon: str
    is_current: bool


@dataclass(frozen=True)
class JudgePage:
    """Everything the page shows of one sheet."""

    view: View
    seat: int
    where: str
    code: str
    kicker: str
    title: str
    entry_code: str
    cards: list[Card]
    revealed: str
    notice: str
    forms: list[RailLink]
    works: list[RailLink]
    previous_id: UUID | None
    next_id: UUID | None

    @property
    def fingerprint(self) -> str:
        """A short code of what is shown, in the language it is shown in."""
        return _code(get_language(), self)


def stamp_of(event: Event, judge: User, sheet: str) -> str:
    """Return a code that changes whenever anything happens in the event.

    Whoever holds it knows without reading a sheet that nothing on it is new.
    """
    number = last_number(event_stream(event.pk))
    return _code(get_language(), judge.pk, sheet, number)


def _code(*shown: object) -> str:
    return sha256(repr(shown).encode()).hexdigest()[:32]


def judge_page(event: Event, judge: User, sheet_id: UUID | None) -> JudgePage | None:
    """Return the page of a sheet the judge has a seat for; None when he has none."""
    found = open_sheet(event, judge, sheet_id)
    if found is None:
        return None
    view = sheet_view(found.book, found.seat)
    sub = found.book.sheet.sub_criterion
    seen = Seen(
        recorder=_recorder(found),
        combines_at_aspect=found.book.combines_at_aspect,
    )
    return JudgePage(
        view=view,
        seat=found.seat.number,
        where=_where(event, found),
        code=sub.code,
        kicker=_kicker(view),
        title=sub.name,
        entry_code=found.entry_code,
        cards=[card_of(aspect, seen) for aspect in view["aspects"]],
        revealed=scores_in_words(view["reveal"]["scores"]) if view["reveal"] else "",
        notice=_notice(found, view),
        forms=[_link(each) for each in found.forms],
        works=[_link(each, unbegun="—") for each in found.works],
        previous_id=found.previous_id,
        next_id=found.next_id,
    )


def _where(event: Event, found: OpenSheet) -> str:
    sub = found.book.sheet.sub_criterion
    parts = [
        event.display_name,
        _("Module %(letter)s %(name)s")
        % {"letter": sub.criterion.letter, "name": sub.criterion.name},
    ]
    if sub.day:
        parts.append(_("Day %s") % sub.day)
    return " · ".join(parts)


def _kicker(view: View) -> str:
    kinds = {aspect["kind"] for aspect in view["aspects"]}
    if kinds == {"J"}:
        words = _("judgement (J)")
    elif kinds == {"M"}:
        words = _("measurement (M)")
    else:
        words = _("judgement (J) and measurement (M)")
    return _("Sheet %(code)s · %(kinds)s") % {"code": view["code"], "kinds": words}


def _notice(found: OpenSheet, view: View) -> str:
    """Say what stands above the whole sheet."""
    if found.seat.is_held:
        return _(
            "A conflict of interest between you and this work waits for a decision;"
            " ask the chief judge. You cannot mark it until then."
        )
    if view["is_signed"]:
        return _("You have signed this sheet; nothing on it can be changed.")
    if found.book.is_closed:
        return _(
            "A colleague has signed this sheet; nothing on it can be changed. Check it"
            " and sign it too."
        )
    return ""


def _recorder(found: OpenSheet) -> str:
    seats = found.book.seats
    recorders = [seat.judge_id for seat in seats if seat.part == RECORDER]
    names = [found.judges.get(judge_id, "") for judge_id in recorders]
    return names[0] if names else _("The recorder")


def _link(each: Neighbour, unbegun: str = "") -> RailLink:
    """Return a line of the rail; ``unbegun`` stands for nothing done, else 0/9."""
    note, icon = _note(each.state)
    if unbegun and not icon and not each.state["done"]:
        note = unbegun
    return RailLink(each.sheet_id, each.label, note, icon, each.is_current)


def _note(state: View) -> tuple[str, str]:
    done, expected = state["done"], state["expected"]
    if state["is_signed"]:
        return _("Signed"), "check"
    if state["rescoring"]:
        return _("Score again"), "alert-circle"
    if state["differing"]:
        return _("Values differ"), "alert-circle"
    if expected and done == expected:
        return _("All marked"), "check"
    return f"{done}/{expected}", ""
