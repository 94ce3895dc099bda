"""Rows that leave an installation carry keys no other installation gives."""

from django.apps import apps
from django.db.models import UUIDField

# What lives in one installation only: catalogues of the city, and its accounts.
STAYS = {
    "competitions.occupation",
    "competitions.role",
    "certificates.titletype",
    "certificates.certificatetemplate",
    "certificates.numberseries",
}


def test_every_row_of_a_competition_has_a_time_ordered_key():
    models = [
        model
        for app in ("competitions", "scoring", "certificates", "live")
        for model in apps.get_app_config(app).get_models()
    ]

    numbered = {
        model._meta.label_lower
        for model in models
        if not isinstance(model._meta.pk, UUIDField)
    }

    assert numbered == STAYS
