"""Names of the channel groups, one per audience."""

from uuid import UUID


def board_group(event_id: UUID | str) -> str:
    """Everyone who watches the board of one event."""
    return f"board.{event_id}"
