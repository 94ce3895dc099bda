"""Dates the voiding of draws, and says what is wrong when names of panels clash."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("competitions", "0004_entry_imports"),
    ]

    operations = [
        migrations.AddField(
            model_name="draw",
            name="voided_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name="draw",
            name="result",
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.RemoveConstraint(
            model_name="panel", name="competitions_panel_one_per_name"
        ),
        migrations.AddConstraint(
            model_name="panel",
            constraint=models.UniqueConstraint(
                fields=("event", "name"),
                name="competitions_panel_one_per_name",
                violation_error_message=(
                    "There is already a panel of this name; choose another."
                ),
            ),
        ),
    ]
