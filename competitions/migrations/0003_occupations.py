"""The occupations whose code was checked against the dictionary of 2022.

The office adds others as its notices name them; codes from memory would be worse than
none, because titles are granted by them.
"""

from django.db import migrations

OCCUPATIONS = (("6-18-01-01", "车工", "Lathe operator"),)


def add_occupations(apps, schema_editor):
    occupation = apps.get_model("competitions", "Occupation")
    for code, name, name_en in OCCUPATIONS:
        occupation.objects.get_or_create(
            code=code, defaults={"name": name, "name_en": name_en, "edition": "2022"}
        )


class Migration(migrations.Migration):
    dependencies = [("competitions", "0002_default_roles")]

    operations = [migrations.RunPython(add_occupations, migrations.RunPython.noop)]
