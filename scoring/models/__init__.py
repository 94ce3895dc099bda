"""The nouns of marking."""

from scoring.models.mark import Mark, MarkOperation, SheetNote
from scoring.models.removed_part import RemovedPart
from scoring.models.result import Result, ResultList, ResultPolicy
from scoring.models.scheme import (
    Aspect,
    CalculationDefinition,
    Criterion,
    MarkingScheme,
    StandardsSection,
    SubCriterion,
)
from scoring.models.sheet import Reveal, Sheet, SheetSignature
from scoring.models.tally import ComponentScore, Deduction, Tally
from scoring.models.upload import SchemeUpload

__all__ = [
    "Aspect",
    "CalculationDefinition",
    "ComponentScore",
    "Criterion",
    "Deduction",
    "Mark",
    "MarkOperation",
    "MarkingScheme",
    "RemovedPart",
    "Result",
    "ResultList",
    "ResultPolicy",
    "Reveal",
    "SchemeUpload",
    "Sheet",
    "SheetNote",
    "SheetSignature",
    "StandardsSection",
    "SubCriterion",
    "Tally",
]
