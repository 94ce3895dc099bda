"""Finds accounts by the texts people type, and lists them as such texts."""

from collections import Counter
from collections.abc import Iterable

from django.db.models import Q

from people.models import User

# Stands between a name, its unit and, where two are alike, the name to sign in with.
_SEPARATOR = " · "


def account_label(user: User) -> str:
    """Return name and unit, both on record."""
    unit = user.person.organisation if user.person else None
    parts = (user.get_full_name(), unit.name if unit else "")
    return _SEPARATOR.join(part for part in parts if part)


def labels_of(users: Iterable[User]) -> list[str]:
    """Return every account as one text that finds it again."""
    labels = [(account_label(user), user.username) for user in users]
    times = Counter(label for label, _username in labels)
    return [
        f"{label}{_SEPARATOR}{username}" if times[label] > 1 else label
        for label, username in labels
    ]


def accounts_labelled(text: str) -> list[User]:
    """Return the accounts a typed text means: one is right, none or several are not.

    A text may be a name, a name with its unit, either with the name to sign in with,
    or that name alone.
    """
    text = " ".join(text.split())
    parts = text.split(_SEPARATOR)
    active = User.objects.filter(is_active=True).select_related("person__organisation")
    named = active.filter(_called(parts)).distinct().order_by("pk")
    return list(named[:2]) or list(active.filter(username=text)[:1])


def _called(parts: list[str]) -> Q:
    name, *rest = parts
    wanted = Q(name=name)
    if not rest:
        return wanted
    unit, username = rest[0], rest[-1]
    in_unit = Q(person__organisation__name=unit)
    if len(rest) == 1:
        return wanted & (in_unit | Q(username=username))
    return wanted & in_unit & Q(username=username)
