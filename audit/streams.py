"""The names of the audit streams; each stream is one gapless hash chain."""

from uuid import UUID

#: Persons, units, users and credentials.
REGISTER = "register"
#: Who looked at protected data.
READS = "reads"
#: The actor of what no person did: migrations, scheduled jobs, the demo.
SYSTEM = "system"


def competition_stream(competition_id: UUID) -> str:
    """Name the stream of one competition."""
    return f"competition:{competition_id}"


def event_stream(event_id: UUID) -> str:
    """Name the stream of one event of a competition."""
    return f"event:{event_id}"
