"""The roles every installation starts with."""

from django.db import migrations

from competitions.default_roles import DEFAULT_ROLES


def add_roles(apps, schema_editor):
    role = apps.get_model("competitions", "Role")
    for position, default in enumerate(DEFAULT_ROLES, start=1):
        role.objects.update_or_create(
            code=default.code,
            defaults={
                "name": default.name,
                "name_en": default.name_en,
                "scope": default.scope.value,
                "capabilities": [item.value for item in default.capabilities],
                "position": position,
            },
        )


class Migration(migrations.Migration):
    dependencies = [("competitions", "0001_initial")]

    operations = [migrations.RunPython(add_roles, migrations.RunPython.noop)]
