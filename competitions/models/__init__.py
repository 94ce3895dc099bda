"""The nouns of a competition."""

from competitions.models.competition import Competition, CompetitionHost
from competitions.models.draw import Draw
from competitions.models.entry import BlindCode, Entry, EntryImport, EntryMember
from competitions.models.event import Component, Event, Stage
from competitions.models.occupation import Occupation
from competitions.models.panel import ConflictDeclaration, Panel, PanelSeat
from competitions.models.role import Role, RoleAssignment

__all__ = [
    "BlindCode",
    "Competition",
    "CompetitionHost",
    "Component",
    "ConflictDeclaration",
    "Draw",
    "Entry",
    "EntryImport",
    "EntryMember",
    "Event",
    "Occupation",
    "Panel",
    "PanelSeat",
    "Role",
    "RoleAssignment",
    "Stage",
]
