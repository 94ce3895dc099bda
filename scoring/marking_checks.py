"""What marking needs of schemes, panels and sheets, for the readiness registry."""

from collections.abc import Iterator, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from competitions.enums import CompetitionState
from competitions.models import Competition, Event
from competitions.readiness import ReadinessItem
from scoring.queries.glance import (
    SchemeGlance,
    SheetsGlance,
    panels_at_a_glance,
    schemes_at_a_glance,
    sheets_at_a_glance,
)
from scoring.rules.scheme import FULL_MARKS


def check_schemes(
    _competition: Competition, events: Sequence[Event]
) -> Iterator[ReadinessItem]:
    """Ask for a scheme of 100.00 marks and for a panel of every sub criterion."""
    glances = schemes_at_a_glance([event.pk for event in events])
    for event in events:
        found = glances.get(event.pk, [])
        for glance in found:
            problem = _problem(glance)
            yield ReadinessItem(
                phase=CompetitionState.PREPARATION,
                is_done=not problem,
                sentence=_named(event, problem or _("the marking scheme is complete.")),
                action=_("Correct it") if glance.scheme else _("Add a scheme"),
                url=_room(event, glance),
                event_id=event.pk,
            )
        codes = [code for glance in found for code in glance.codes_without_panel]
        if any(glance.scheme for glance in found):
            yield ReadinessItem(
                phase=CompetitionState.PREPARATION,
                is_done=not codes,
                sentence=_named(
                    event,
                    _("no panel marks %(codes)s yet.") % {"codes": ", ".join(codes)},
                ),
                action=_("Assign the panels"),
                url=reverse("scoring:scheme-list", args=(event.pk,)),
                event_id=event.pk,
            )


def check_panels(
    _competition: Competition, events: Sequence[Event]
) -> Iterator[ReadinessItem]:
    """Ask for enough judges on every panel that marks."""
    by_id = {event.pk: event for event in events}
    for panel in panels_at_a_glance(list(by_id)):
        yield ReadinessItem(
            phase=CompetitionState.PREPARATION,
            is_done=panel.judges >= panel.needed,
            sentence=_named(
                by_id[panel.event_id],
                _("panel “%(panel)s” has %(judges)s of %(needed)s judges.")
                % {
                    "panel": panel.name,
                    "judges": panel.judges,
                    "needed": panel.needed,
                },
            ),
            action=_("Appoint judges"),
            url=reverse("competitions:panel-list", args=(panel.event_id,)),
            event_id=panel.event_id,
        )


def check_sheets(
    _competition: Competition, events: Sequence[Event]
) -> Iterator[ReadinessItem]:
    """Ask for sheets that are all accepted and for marks that are locked."""
    marked = schemes_at_a_glance([event.pk for event in events])
    sheets = sheets_at_a_glance([event.pk for event in events])
    for event in events:
        if event.pk not in marked:
            continue
        found = sheets[event.pk]
        yield ReadinessItem(
            phase=CompetitionState.MARKING,
            is_done=event.marks_locked_at is not None,
            sentence=_named(event, _sheets_in_words(found)),
            action=_("Follow the marking"),
            url=reverse("scoring:marking-progress", args=(event.pk,)),
            event_id=event.pk,
        )


def _sheets_in_words(found: SheetsGlance) -> str:
    """Say how far the sheets are, and who acts once all are accepted."""
    if found.total and found.accepted == found.total:
        return _("every sheet is accepted; the chief judge has to lock the marks.")
    return _("%(accepted)s of %(total)s sheets are accepted; the marks are open.") % {
        "accepted": found.accepted,
        "total": found.total,
    }


def _problem(glance: SchemeGlance) -> str:
    """Return what is wrong with a scheme, or nothing."""
    if glance.scheme is None:
        return _("there is no marking scheme for %(component)s yet.") % {
            "component": glance.component.display_name
        }
    if glance.aspects_without_maximum:
        return _("%(number)s aspects have no maximum mark.") % {
            "number": glance.aspects_without_maximum
        }
    if glance.total != FULL_MARKS:
        return _("the scheme adds up to %(total)s; it must be 100.00.") % {
            "total": glance.total
        }
    errors = glance.scheme.errors + glance.scheme.file_errors
    if errors:
        return _("the scheme has %(number)s errors and cannot be used yet.") % {
            "number": errors
        }
    return ""


def _room(event: Event, glance: SchemeGlance) -> str:
    """Return where a scheme is mended, or made."""
    if glance.scheme is None:
        return reverse("scoring:scheme-list", args=(event.pk,))
    return reverse("scoring:scheme-report", args=(glance.scheme.pk,))


def _named(event: Event, sentence: str) -> str:
    return _("%(event)s: %(sentence)s") % {
        "event": event.display_name,
        "sentence": sentence,
    }
