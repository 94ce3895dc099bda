"""A figure of the year in plain words: forecast, definition and document."""

from django.utils.translation import gettext as _, ngettext

from craftsmen.queries.figures import Figure
from people.bilingual import joined


def forecast_words(figure: Figure) -> str:
    """Say what the year will come to, and what is missing on the target."""
    scheduled = figure.forecast.scheduled
    missing = figure.progress.missing if figure.progress else 0
    return joined(
        _("Forecast for the year: %(expected)s.")
        % {"expected": figure.forecast.expected},
        _counted(
            ngettext(
                "%(number)s is still planned.",
                "%(number)s are still planned.",
                scheduled,
            ),
            scheduled,
        ),
        _counted(
            ngettext("%(number)s is missing.", "%(number)s are missing.", missing),
            missing,
        ),
    )


def basis_words(figure: Figure) -> str:
    """Say what is counted, and which document set the target."""
    document = figure.target.document_number if figure.target else ""
    return joined(
        figure.indicator.display_definition,
        _("Target by %(document)s.") % {"document": document} if document else "",
    )


def _counted(sentence: str, number: int) -> str:
    """Fill in the number; nothing is said of none."""
    return sentence % {"number": number} if number else ""
