"""The menu of the office: every page it links to, and who finds it there.

A page a role may not see is not linked, so each item carries the named predicate that
also guards its view.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from competitions.enums import Capability
from competitions.permissions import (
    acts_for_a_unit,
    can_assign_roles,
    can_list_competitions,
    has_capability_anywhere,
)
from people.models import User

AnyUser = User | AnonymousUser


@dataclass(frozen=True)
class MenuItem:
    """One line of the menu: its word, its page, and who may open that page.

    ``covers`` names the beginnings of addresses that belong to it but lie elsewhere.
    """

    label: str | Promise
    url_name: str
    allowed: Callable[[AnyUser], bool]
    covers: tuple[str, ...] = ()


@dataclass(frozen=True)
class MenuSection:
    """Items that belong together; the first section has no heading."""

    heading: str | Promise
    items: tuple[MenuItem, ...]


@dataclass(frozen=True)
class Link:
    """A menu item as one user sees it on one page."""

    label: str | Promise
    url: str
    is_current: bool


def holder_of(capability: Capability) -> Callable[[AnyUser], bool]:
    """Return the predicate: the user holds this capability somewhere."""

    def holds(user: AnyUser) -> bool:
        return has_capability_anywhere(user, capability)

    return holds


# The rooms of an event have addresses of their own.
_EVENTS = (
    "/office/events/",
    "/office/entries/",
    "/office/schemes/",
    "/office/components/",
    "/office/scheme-uploads/",
    "/office/entry-imports/",
    "/office/seats/",
)

MENU = (
    MenuSection(
        "",
        (
            MenuItem(
                _("Year overview"), "desk:home", holder_of(Capability.TARGETS_SEE)
            ),
            MenuItem(_("Your entries"), "desk:home", acts_for_a_unit, _EVENTS),
            MenuItem(
                _("Competitions"),
                "competitions:competition-list",
                can_list_competitions,
                (*_EVENTS, "/office/results/", "/office/panels/", "/office/draws/"),
            ),
            MenuItem(
                _("People"), "people:person-list", holder_of(Capability.PEOPLE_SEE)
            ),
            MenuItem(
                _("Units"),
                "people:organisation-list",
                holder_of(Capability.PEOPLE_SEE),
            ),
            MenuItem(
                _("Library of judges"),
                "competitions:judge-list",
                holder_of(Capability.PANELS_APPOINT),
            ),
        ),
    ),
    MenuSection(
        _("Outcomes"),
        (
            MenuItem(
                _("Award policies"),
                "certificates:policy-list",
                holder_of(Capability.AWARDS_MANAGE),
            ),
            MenuItem(
                _("Titles"),
                "certificates:title-list",
                holder_of(Capability.TITLES_GRANT),
            ),
            MenuItem(
                _("Certificates"),
                "certificates:certificate-list",
                holder_of(Capability.CERTIFICATES_ISSUE),
            ),
            MenuItem(
                _("Yearly targets"),
                "craftsmen:targets",
                holder_of(Capability.TARGETS_SEE),
            ),
        ),
    ),
    MenuSection(
        _("System"),
        (
            MenuItem(
                _("Accounts and roles"),
                "competitions:role-assignments",
                can_assign_roles,
            ),
            MenuItem(_("Audit"), "audit", holder_of(Capability.AUDIT_SEE)),
        ),
    ),
)


def visible_sections(
    user: AnyUser, path: str
) -> tuple[tuple[str | Promise, tuple[Link, ...]], ...]:
    """Return heading and links of each section in which the user may open something."""
    found = [(section.heading, _open_to(section.items, user)) for section in MENU]
    shown = [item for __, items in found for item in items]
    nearest = max((_nearness(item, path) for item in shown), default=0)
    current = [item for item in shown if nearest and _nearness(item, path) == nearest]
    return tuple(
        (heading, tuple(_link(item, item in current[:1]) for item in items))
        for heading, items in found
        if items
    )


def _open_to(items: tuple[MenuItem, ...], user: AnyUser) -> list[MenuItem]:
    return [item for item in items if item.allowed(user) and _exists(item.url_name)]


def _nearness(item: MenuItem, path: str) -> int:
    """Tell how much of a path lies above it; pages lie below one another."""
    beginnings = (reverse(item.url_name), *item.covers)
    return max(
        (len(begin) for begin in beginnings if path.startswith(begin)), default=0
    )


def _link(item: MenuItem, is_current: bool) -> Link:  # noqa: FBT001  # a fact of it
    return Link(item.label, reverse(item.url_name), is_current)


def _exists(url_name: str) -> bool:
    try:
        reverse(url_name)
    except NoReverseMatch:
        return False
    return True
