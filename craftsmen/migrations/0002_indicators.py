"""The four figures the city reports every year, with their definitions."""

from django.db import migrations

from craftsmen.default_indicators import INDICATORS


def add_indicators(apps, schema_editor):
    indicator = apps.get_model("craftsmen", "Indicator")
    for position, default in enumerate(INDICATORS, start=1):
        indicator.objects.update_or_create(
            code=default.code,
            defaults={
                "name": default.name,
                "name_en": default.name_en,
                "source": default.source,
                "selection": default.selection,
                "definition": default.definition,
                "definition_en": default.definition_en,
                "position": position,
            },
        )


class Migration(migrations.Migration):
    dependencies = [("craftsmen", "0001_initial")]

    operations = [migrations.RunPython(add_indicators, migrations.RunPython.noop)]
