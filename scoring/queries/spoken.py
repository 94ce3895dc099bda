"""Values as the judges chose them: the words of an answer, a figure with its unit."""

from decimal import Decimal

from django.utils.translation import gettext as _

from scoring.enums import AspectKind
from scoring.models import Aspect
from scoring.queries.books import calculation_of
from scoring.rules import measurement
from scoring.rules.earning import unit_of
from scoring.rules.measurement_input import InputKind


def spoken(aspect: Aspect, value: str) -> str:
    """Return a stored value as it reads beside the others of its sheet."""
    if aspect.kind == AspectKind.JUDGEMENT or not value:
        return value or "–"
    calculation = calculation_of(aspect)
    asked = measurement.input_kind(calculation, aspect.max_mark or Decimal(0))
    if asked.kind is InputKind.YES_NO:
        return _("Yes") if value == "1" else _("No")
    labels = {str(choice.number): choice.label for choice in asked.choices}
    return labels.get(value, f"{value} {unit_of(calculation)}".strip())
