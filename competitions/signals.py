"""What competitions tell the apps above, always after commit."""

from django.dispatch import Signal

#: Sent with ``competition_id`` when names, dates, state or events changed.
competition_changed = Signal()

#: Sent with ``draw_id`` when a draw was committed, drawn or voided.
draw_changed = Signal()

#: Sent with ``event_id`` when entries, their numbers or attendance changed.
entries_changed = Signal()
