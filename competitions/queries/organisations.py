"""Finds units by the names people type or choose from a list of suggestions."""

from collections import Counter

from django.db.models import Q

from people.models import Organisation

# Stands between a name and its district where two districts have a unit of that name.
_SEPARATOR = " · "


def organisation_labels() -> list[str]:
    """Return every unit as one text that finds it again, by pinyin; one statement."""
    rows = list(
        Organisation.objects.order_by("pinyin", "pk").values_list(
            "name", "district__name"
        )
    )
    times = Counter(name for name, _district in rows)
    return [
        f"{name}{_SEPARATOR}{district}" if times[name] > 1 else name
        for name, district in rows
    ]


def organisations_labelled(text: str) -> list[Organisation]:
    """Return the units a typed text means: one is right, none or several are not."""
    text = " ".join(text.split())
    name, _separator, district = text.rpartition(_SEPARATOR)
    exact = Q(name=text) | Q(name_en__iexact=text)
    in_district = Q(name=name, district__name=district)
    return list(Organisation.objects.filter(exact | in_district)[:2])
