"""Tells in stored tallies how much of a module was revealed, not only entered."""

from django.db import migrations


def count(apps, schema_editor):
    """Count what is entered everywhere; the next mark of an entry settles the rest."""
    tallies = apps.get_model("scoring", "Tally")
    for tally in tallies.objects.iterator():
        for module in tally.modules:
            is_entered = module["done"] == module["total"]
            module.setdefault("counted", module["done"] if is_entered else 0)
        tally.save(update_fields=["modules"])


class Migration(migrations.Migration):
    dependencies = [("scoring", "0001_initial")]

    operations = [migrations.RunPython(count, migrations.RunPython.noop)]
