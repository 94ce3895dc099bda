"""How far the marks of a scheme depart from the declared section weights."""

from dataclasses import dataclass
from decimal import Decimal

from scoring.rules.scheme import NOTHING, Scheme


@dataclass(frozen=True, slots=True)
class SectionVariation:
    """A standards section: marks declared, marks of its aspects, the difference."""

    number: int
    name: str
    declared: Decimal
    actual: Decimal
    row: int | None

    @property
    def variation(self) -> Decimal:
        """The difference without its sign, as the CIS sheet computes it."""
        return abs(self.declared - self.actual)


def section_variations(scheme: Scheme) -> tuple[SectionVariation, ...]:
    """Compare every section in the order of the scheme."""
    return tuple(
        SectionVariation(
            number=section.number,
            name=section.name,
            declared=section.declared,
            actual=scheme.section_total(section.number),
            row=section.row,
        )
        for section in scheme.sections
    )


def total_variation(scheme: Scheme) -> Decimal:
    """Add up the variations of all sections."""
    return sum((each.variation for each in section_variations(scheme)), NOTHING)
