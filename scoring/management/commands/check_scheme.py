"""Checks a marking scheme before it is imported, for the people who prepare it."""

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _, pgettext

from people.rules.sentence import Sentence
from people.sentences import in_words
from scoring.exports.scheme_report import scheme_report
from scoring.imports.cis_workbook import ImportedScheme, NotAScheme, read_scheme
from scoring.rules.scheme_check import is_usable
from scoring.rules.scheme_problems import Problem, Severity
from scoring.rules.scheme_summary import SchemeSummary, summarise

HAS_ERRORS = 1
IS_NO_SCHEME = 2


class Command(BaseCommand):
    """``check_scheme FILE``: exit 0 to use it, 1 to mend it, 2 if it is no scheme."""

    help = "Check a CIS marking scheme (.xlsx) and list what has to be mended."
    # A file is checked without the database, the project's or any other.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file, and the wish for JSON."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Print the check and leave with its exit code."""
        try:
            imported = _read(options["file"])
        except NotAScheme as refusal:
            self.stderr.write(in_words(refusal.sentence))
            sys.exit(IS_NO_SCHEME)
        summary = summarise(imported.scheme)
        if options["json"]:
            report = scheme_report(summary, imported.problems, in_words)
            self.stdout.write(json.dumps(report, ensure_ascii=False, indent=2))
        else:
            self._write_text(summary, imported.problems)
        if not is_usable(imported.problems):
            sys.exit(HAS_ERRORS)

    def _write_text(
        self, summary: SchemeSummary, problems: tuple[Problem, ...]
    ) -> None:
        self.stdout.write(overview(summary))
        for problem in problems:
            self.stdout.write(line(problem))
        verdict = (
            _("The scheme may be used.")
            if is_usable(problems)
            else _("The scheme has errors; mend them before it is used.")
        )
        self.stdout.write(verdict)


def overview(summary: SchemeSummary) -> str:
    """Sum a scheme up in three lines."""
    counts = _(
        "%(total)s marks; %(aspects)s aspects: %(measurement)s measurement, "
        "%(judgement)s judgement; %(sub_criteria)s sub criteria"
    ) % {
        "total": summary.total,
        "aspects": summary.aspects,
        "measurement": summary.measurement,
        "judgement": summary.judgement,
        "sub_criteria": summary.sub_criteria,
    }
    criteria = "  ".join(f"{each.letter} {each.total}" for each in summary.columns)
    return f"{summary.skill}\n{counts}\n{criteria}"


def line(problem: Problem) -> str:
    """Write a problem in one line: its row, how much it matters, its sentence."""
    severity = _("error") if problem.severity is Severity.ERROR else _("warning")
    row = (
        _("whole scheme")
        if problem.row is None
        else _("row %(row)s") % {"row": problem.row}
    )
    colon = pgettext("between a field and its error", ": ")
    return f"{row} · {severity}{colon}{in_words(problem.sentence)}"


def _read(path: Path) -> ImportedScheme:
    try:
        with path.open("rb") as file:
            return read_scheme(file)
    except OSError:
        raise NotAScheme(
            Sentence("There is no file {file} that can be read.", {"file": str(path)})
        ) from None
