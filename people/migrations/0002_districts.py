"""The districts of Shaoxing, by their GB/T 2260 codes."""

from django.db import migrations

# 330600 is the city itself: units directly under it (市直) form a delegation too.
DISTRICTS = (
    ("330600", "市直", "City-level units"),
    ("330602", "越城区", "Yuecheng District"),
    ("330603", "柯桥区", "Keqiao District"),
    ("330604", "上虞区", "Shangyu District"),
    ("330681", "诸暨市", "Zhuji City"),
    ("330683", "嵊州市", "Shengzhou City"),
    ("330624", "新昌县", "Xinchang County"),
)


def add_districts(apps, schema_editor):
    district = apps.get_model("people", "District")
    for position, (code, name, name_en) in enumerate(DISTRICTS):
        district.objects.create(
            code=code, name=name, name_en=name_en, position=position
        )


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]

    operations = [migrations.RunPython(add_districts, migrations.RunPython.noop)]
