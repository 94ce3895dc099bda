"""Adds the role of organisers who create competitions, beside that of organisers."""

from django.db import migrations
from django.db.models import F

CODE = "competition-creator"


def add_role(apps, schema_editor):
    role = apps.get_model("competitions", "Role")
    if role.objects.filter(code=CODE).exists():
        return
    organiser = role.objects.filter(code="organiser").first()
    place = organiser.position + 1 if organiser else 1
    role.objects.filter(position__gte=place).update(position=F("position") + 1)
    role.objects.create(
        code=CODE,
        name="赛务组织者（可创建竞赛）",
        name_en="Organiser who creates competitions",
        scope="system",
        capabilities=["competitions.create"],
        position=place,
    )


class Migration(migrations.Migration):
    dependencies = [("competitions", "0003_occupations")]

    operations = [migrations.RunPython(add_role, migrations.RunPython.noop)]
