"""Knows the browser on a tablet again by the key it keeps in a cookie."""

from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from people.models import Device, User
from people.queries import device_by_key
from people.services.devices import enrol_device
from people.services.users import actor_of

COOKIE: Final = "tablet"
_KEPT_FOR: Final = timedelta(days=365)


def tablet_of(
    request: HttpRequest, response: HttpResponse, *, user: User, at: datetime
) -> Device:
    """Return the tablet of a request; one that is not known yet is enrolled.

    The key travels in a cookie no script can read, so that a sign-in by another judge
    does not make another tablet of it.
    """
    key = request.COOKIES.get(COOKIE, "")
    device = device_by_key(key) if key else None
    if device is not None:
        return device
    name = _("Tablet of %(name)s") % {"name": user.get_full_name()}
    device, key = enrol_device(name=name[:80], actor=actor_of(user), at=at)
    response.set_cookie(
        COOKIE,
        key,
        max_age=_KEPT_FOR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return device
