"""What competitions tell the apps above, always after commit."""

from django.dispatch import Signal

#: Sent with ``competition_id`` when names, dates, state or events changed.
competition_changed = Signal()

#: Sent with ``draw_id`` when a draw was committed, drawn or voided.
draw_changed = Signal()

#: Sent with ``event_id`` when it was decided who marks an entry in spite of a conflict.
conflict_decided = Signal()

#: Sent with ``event_id`` when entries, their numbers or attendance changed.
entries_changed = Signal()
