"""Runs Django's deployment checks against the settings of a production machine."""

import os
import sys
from pathlib import Path

import django
from django.core.management import call_command
from django.core.management.base import SystemCheckError

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from yuejiang.environment import fresh_secrets  # needs the root above


def main() -> int:
    """Return 1 when a check warns; the warnings are on standard error."""
    made = fresh_secrets()
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "yuejiang.settings",
        "YUEJIANG_ENV": "production",
        "SECRET_KEY": made.secret_key,
        "IDENTITY_KEYS": ",".join(made.identity_keys),
        "IDENTITY_INDEX_KEY": made.identity_index_key,
        "ALLOWED_HOSTS": "skills.example.org",
        "PUBLIC_URL": "https://skills.example.org",
    }
    django.setup()
    try:
        call_command("check", deploy=True, fail_level="WARNING")
    except SystemCheckError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
