"""Checks the hash chain of one or every audit stream."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from audit import queries


class Command(BaseCommand):
    """Exit with 0 when every chain holds, with 1 naming the first event that fails."""

    help = "Check the hash chain of the audit streams and name the first bad event."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the name of a stream; without one, all are checked."""
        parser.add_argument("--stream", help="such as register or event:<id>")

    def handle(self, *args: Any, **options: Any) -> None:
        """Check stream after stream and stop at the first that is broken."""
        names = queries.stream_names()
        wanted = options["stream"]
        if wanted and wanted not in names:
            raise CommandError(f"There is no stream named {wanted}.")
        for name in [wanted] if wanted else names:
            seq = queries.verify_stream(name)
            if seq is not None:
                raise CommandError(f"Stream {name} is broken at number {seq}.")
            self.stdout.write(f"{name}: every event holds.")
