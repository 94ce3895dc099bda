"""Fills the registries with what competitions itself has to say, when Django starts."""

from competitions import event_facts, permissions, readiness, wording
from competitions.draw_facts import draw_facts
from competitions.enums import Capability
from competitions.planning_checks import check_planning
from people import access
from people.models import User


def connect() -> None:
    """Register access, wording, readiness checks and facts; calling twice is safe."""
    access.register(holds)
    wording.register_wording()
    readiness.register(check_planning)
    event_facts.register(draw_facts)


def holds(user: User, capability: str) -> bool:
    """Answer the apps below, which know capabilities only by their codes."""
    return permissions.has_capability(user, Capability(capability))
