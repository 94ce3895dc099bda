"""Tallies stored before ``counted`` count what was entered to the end."""

from importlib import import_module

import pytest
from django.apps import apps

from scoring.models import Tally
from tests.scoring.halls import build_hall, measured

pytestmark = pytest.mark.django_db


def test_stored_modules_learn_what_counts():
    hall = build_hall(measured("3.00"), judges=1)
    hall.mark(1, "1")
    tally = Tally.objects.get()
    known = [module.pop("counted") for module in tally.modules]
    tally.save(update_fields=["modules"])

    import_module("scoring.migrations.0002_tally_counted").count(apps, None)

    tally.refresh_from_db()
    assert [module["counted"] for module in tally.modules] == known == [1, 0]
