"""What certificates tell the apps above, always after commit."""

from django.dispatch import Signal

#: Sent with ``grant_id`` when a title was granted or revoked.
title_changed = Signal()
