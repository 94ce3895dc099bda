"""Fills the registries with what competitions itself has to say, when Django starts."""

from competitions import event_facts, event_links, permissions, readiness, wording
from competitions.draw_facts import draw_facts
from competitions.entry_checks import check_entries
from competitions.entry_links import entry_links
from competitions.entry_wording import register_entry_wording
from competitions.enums import Capability
from competitions.planning_checks import check_planning
from competitions.preparation_checks import check_draws, check_panels
from competitions.preparation_links import preparation_links
from competitions.preparation_wording import register_preparation_wording
from people import access
from people.models import User


def connect() -> None:
    """Register access, wording, readiness checks and facts; calling twice is safe."""
    access.register(holds)
    wording.register_wording()
    register_entry_wording()
    register_preparation_wording()
    readiness.register(check_planning)
    readiness.register(check_entries)
    readiness.register(check_panels)
    readiness.register(check_draws)
    event_facts.register(draw_facts)
    event_links.register(entry_links)
    event_links.register(preparation_links)


def holds(user: User, capability: str) -> bool:
    """Answer the apps below, which know capabilities only by their codes."""
    return permissions.has_capability(user, Capability(capability))
