"""A draft that is edited by hand: an aspect to type, and forms to send."""

from scoring.models import MarkingScheme
from scoring.queries.schemes import load_scheme
from tests.scoring.preparing import page

ASPECT = {
    "kind": "M",
    "description": '=HYPERLINK("x") A<B & C 𬭎',
    "max_mark": "1.50",
    "section": "1",
}


def send(client, row, name, place=None, /, **typed):
    """Send a form of the draft as it is now."""
    address = page(name, row.pk, *([place] if place else []))
    version = MarkingScheme.objects.get(pk=row.pk).edit_version
    return client.post(address, {"version": version, **typed})


def scheme_now(row):
    return load_scheme(MarkingScheme.objects.get(pk=row.pk))


def aspects_of(row, code="A1"):
    subs = {sub.code: sub for sub in scheme_now(row).sub_criteria}
    return subs[code].aspects
