"""What can be wrong with a scheme: a row, how much it matters, and a sentence."""

from dataclasses import dataclass
from enum import StrEnum

from people.rules.sentence import Sentence


class Severity(StrEnum):
    """An error keeps a scheme from being used, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One sentence about one row; ``row`` is None for the scheme as a whole.

    ``field`` names the field of that row the problem is about.
    """

    row: int | None
    severity: Severity
    code: str
    field: str
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Finding:
    """A kind of problem: its code, severity, field and sentence, once for all."""

    code: str
    severity: Severity
    field: str
    sentence: Sentence

    def at(self, row: int | None, **parameters: object) -> Problem:
        """Make the problem for a row of the workbook."""
        texts = {name: str(value) for name, value in parameters.items()}
        return self.saying(Sentence(self.sentence.text, texts), row)

    def saying(self, sentence: Sentence, row: int | None) -> Problem:
        """Make the problem with a sentence that was found elsewhere."""
        return Problem(row, self.severity, self.code, self.field, sentence)


def error(code: str, field: str, sentence: Sentence) -> Finding:
    """Describe a kind of problem that keeps a scheme from being used."""
    return Finding(code, Severity.ERROR, field, sentence)


def warning(code: str, field: str, sentence: Sentence) -> Finding:
    """Describe a kind of problem that should be looked at."""
    return Finding(code, Severity.WARNING, field, sentence)
