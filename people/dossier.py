"""The sections of a dossier: upper apps add what they know of a person."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.utils.functional import Promise

from people.models import User


@dataclass(frozen=True, kw_only=True)
class Section:
    """A card below the credentials: its heading, and a partial with its ``facts``."""

    heading: str | Promise
    template: str
    facts: Mapping[str, Any] = field(default_factory=dict)


Reader = User | AnonymousUser
SectionOf = Callable[[UUID, Reader], Section | None]

_sections: list[SectionOf] = []


def register_section(section_of: SectionOf) -> None:
    """Add a section to every dossier, in the order of registering.

    The function receives the key of the person and the reader, who is led only to
    what he may open. It makes a fixed number of statements; None leaves the section
    out.
    """
    if section_of not in _sections:
        _sections.append(section_of)


def sections(person_id: UUID, reader: Reader) -> list[Section]:
    """Return the sections that have something to say about a person."""
    found = (section_of(person_id, reader) for section_of in _sections)
    return [section for section in found if section is not None]
