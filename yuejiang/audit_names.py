"""The names that the page of events shows: of people, competitions and the register."""

from collections.abc import Collection, Mapping
from typing import Final

from django.utils.translation import gettext_lazy as _

from audit.naming import Matches
from audit.streams import READS, REGISTER, SYSTEM
from competitions.queries.streams import stream_names, streams_named
from people.queries import actor_names, actors_named

_OWN_STREAMS: Final = {
    REGISTER: _("Register of the city"),
    READS: _("Reads of protected data"),
}


class AuditNames:
    """Asks the apps that know them."""

    def actors(self, codes: Collection[str]) -> Mapping[str, str]:
        """Return the names of users, and the word for what no person did."""
        return {**actor_names(codes), SYSTEM: str(_("System"))}

    def streams(self, codes: Collection[str]) -> Mapping[str, str]:
        """Return the names of competitions, events and the city's own streams."""
        own = {code: str(name) for code, name in _OWN_STREAMS.items()}
        return {**own, **stream_names(codes)}

    def matching(self, text: str) -> Matches:
        """Return the people, competitions and events in whose names a text stands."""
        return Matches(actors_named(text), streams_named(text))
