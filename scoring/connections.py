"""Fills the registries of the apps below with what scoring has to say."""

from competitions import (
    event_facts,
    event_links,
    marked_seats,
    panel_needs,
    readiness,
)
from scoring.marking_checks import check_panels, check_schemes, check_sheets
from scoring.marking_facts import marks_facts, scheme_facts
from scoring.marking_links import marking_links
from scoring.queries.marked_seats import marked_seats_of
from scoring.queries.panel_needs import needed_in
from scoring.result_checks import check_results_published, check_scores
from scoring.result_links import result_facts, result_links
from scoring.scheme_links import scheme_links
from scoring.wording import register_wording


def connect() -> None:
    """Register what scoring adds to the pages below; calling twice is safe."""
    register_wording()
    for check in (check_schemes, check_panels, check_sheets):
        readiness.register(check)
    event_facts.register(scheme_facts)
    event_facts.register(marks_facts)
    for check in (check_scores, check_results_published):
        readiness.register(check)
    event_facts.register(result_facts)
    event_links.register(scheme_links)
    event_links.register(marking_links)
    event_links.register(result_links)
    marked_seats.register(marked_seats_of)
    panel_needs.register(needed_in)
