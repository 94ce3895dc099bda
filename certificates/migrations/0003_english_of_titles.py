"""荣誉证书 is a certificate of honour, whatever it honours."""

from django.db import migrations


def rename(apps, schema_editor):
    apps.get_model("certificates", "CertificateTemplate").objects.filter(
        code="title", title="荣誉证书", title_en="CERTIFICATE OF TITLE"
    ).update(title_en="CERTIFICATE OF HONOUR")


class Migration(migrations.Migration):
    dependencies = [("certificates", "0002_samples")]

    operations = [migrations.RunPython(rename, migrations.RunPython.noop)]
