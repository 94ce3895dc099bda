"""What the live app tells its receivers, always after commit."""

from django.dispatch import Signal

#: Sent with ``event_id`` and ``version`` when a board changed or was hidden.
board_changed = Signal()
