"""Sample policies, the catalogue of titles and the templates of certificates."""

from django.db import migrations
from django.utils import timezone

from certificates.default_policies import POLICIES, TEMPLATES, TITLES


def add_samples(apps, schema_editor):
    for code, name, name_en in TITLES:
        apps.get_model("certificates", "TitleType").objects.update_or_create(
            code=code, defaults={"name": name, "name_en": name_en}
        )
    for code, kind, name, title, title_en, pattern in TEMPLATES:
        apps.get_model("certificates", "CertificateTemplate").objects.update_or_create(
            code=code,
            defaults={
                "kind": kind,
                "name": name,
                "title": title,
                "title_en": title_en,
                "number_pattern": pattern,
            },
        )
    for code, name, name_en, rules in POLICIES:
        apps.get_model("certificates", "AwardPolicy").objects.update_or_create(
            code=code,
            version=1,
            defaults={
                "name": name,
                "name_en": name_en,
                "status": "sample",
                "rules": rules,
                "created_at": timezone.now(),
            },
        )


class Migration(migrations.Migration):
    dependencies = [("certificates", "0001_initial")]

    operations = [migrations.RunPython(add_samples, migrations.RunPython.noop)]
