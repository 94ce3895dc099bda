"""Loads the demo: one believable year, from a fixed seed."""

import time
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from audit.models import AuditEvent
from people.models import User
from yuejiang.demo.build import build
from yuejiang.demo.sign_ins import sign_in_lines
from yuejiang.wording import DEMO_LOADED

# From the top down: nothing is left that refers to what goes next.
APPS = ("live", "craftsmen", "certificates", "scoring", "competitions", "people")
SHARED = ("audit", "sessions")


class Command(BaseCommand):
    """Build the demo anew, or only where there is nothing yet."""

    help = "Loads one believable year of competitions, replacing an earlier demo."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Offer the two ways the Makefile calls it."""
        parser.add_argument(
            "--if-empty",
            action="store_true",
            help="do nothing when anybody is registered already",
        )
        parser.add_argument(
            "--sign-ins", action="store_true", help="print the accounts and stop"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Build, unless the database holds somebody's work."""
        if options["sign_ins"]:
            self._print_sign_ins()
            return
        if User.objects.exists():
            if options["if_empty"]:
                return
            self._clear()
        started = time.monotonic()
        now = timezone.now()
        build(today=timezone.localdate(now), at=now, tell=self._tell)
        self._tell(f"demo loaded in {time.monotonic() - started:.0f} s")

    def _print_sign_ins(self) -> None:
        if _is_demo():
            for line in sign_in_lines():
                self.stdout.write(line)

    def _clear(self) -> None:
        """Empty the database of an earlier demo, and of nothing else."""
        if settings.ENVIRONMENT == "production" or not _is_demo():
            raise CommandError(
                "This database holds work that the demo did not make, so it stays as"
                " it is. Point DATABASE_URL at an empty one to load the demo."
            )
        for app in (*APPS, *SHARED):
            call_command("migrate", app, "zero", verbosity=0)
        call_command("migrate", verbosity=0)

    def _tell(self, sentence: str) -> None:
        self.stdout.write(sentence)


def _is_demo() -> bool:
    return AuditEvent.objects.filter(action=DEMO_LOADED).exists()
