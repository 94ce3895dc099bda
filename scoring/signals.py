"""What marking tells the apps above, always after commit."""

from django.dispatch import Signal

#: Sent with ``event_id`` and ``entry_ids`` when tallies were rebuilt.
marks_changed = Signal()

#: Sent with ``result_list_id`` when a result list was published.
results_published = Signal()
