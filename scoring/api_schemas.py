"""What travels between a tablet and the server, with its exact bounds."""

from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal, cast
from uuid import UUID

from django.utils.translation import gettext as _
from ninja import Schema
from pydantic import Field, ValidationError, ValidatorFunctionWrapHandler, WrapValidator

from scoring.services.operation import Operation

LARGEST_BATCH: Final = 50
LONGEST_TEXT: Final = 500
LONGEST_ID_SHOWN: Final = 64
# What a JavaScript number and both databases hold exactly.
LARGEST_SEQUENCE: Final = 2**53 - 1
LARGEST_VERSION: Final = 2**31 - 1


class OperationIn(Schema):
    """One operation of a tablet."""

    op_id: UUID
    sequence: int = Field(ge=0, le=LARGEST_SEQUENCE, strict=True)
    kind: Literal["mark", "clear", "note"]
    sheet_id: UUID
    aspect_id: UUID
    value: str = Field(default="", max_length=LONGEST_TEXT)
    base_version: int = Field(default=0, ge=0, le=LARGEST_VERSION, strict=True)

    def to_operation(self) -> Operation:
        """Return the operation as the service takes it."""
        return Operation(**self.model_dump())


@dataclass(frozen=True)
class Malformed:
    """An operation that cannot be read; its neighbours in the batch can."""

    op_id: str
    message: str


def _keep_malformed(value: Any, read: ValidatorFunctionWrapHandler) -> Any:
    """Answer for one unreadable operation instead of refusing the whole batch."""
    try:
        return read(value)
    except ValidationError as error:
        op_id = value.get("op_id") if isinstance(value, dict) else None
        shown = op_id[:LONGEST_ID_SHOWN] if isinstance(op_id, str) else ""
        return Malformed(shown, sentence_about(error))


class BatchIn(Schema):
    """Up to fifty operations in the order in which they were made."""

    operations: list[Annotated[OperationIn, WrapValidator(_keep_malformed)]] = Field(
        min_length=1, max_length=LARGEST_BATCH
    )

    def read(self) -> list[OperationIn | Malformed]:
        """Return the operations, in their order, readable or not."""
        return cast("list[OperationIn | Malformed]", self.operations)


class AnswerOut(Schema):
    """What became of one operation; ``status`` has the numbers of HTTP."""

    op_id: str
    status: int
    message: str = ""
    version: int = 0
    value: str = ""
    mark: str | None = None
    current: dict[str, Any] | None = None
    reveal: dict[str, Any] | None = None
    server_seq: int | None = None
    replayed: bool = False
    sheet: dict[str, Any] | None = None


class BatchOut(Schema):
    """One answer for each operation, in the order of the batch."""

    answers: list[AnswerOut]


class MessageOut(Schema):
    """A sentence that says why the whole request was refused."""

    message: str


def sentence_about(error: ValidationError) -> str:
    """Return a sentence that names the first field that is wrong."""
    place = error.errors(include_url=False, include_context=False)[0]["loc"]
    name = str(place[0]) if place else ""
    return _sentences().get(name) or _("The operation must be a JSON object.")


def _sentences() -> dict[str, str]:
    return {
        "op_id": _("op_id must be a UUID."),
        "sequence": _("sequence must be a whole number from 0."),
        "kind": _("kind must be mark, clear or note."),
        "sheet_id": _("sheet_id must be the UUID of a sheet."),
        "aspect_id": _("aspect_id must be the UUID of an aspect."),
        "value": _("value must be a text of at most 500 characters."),
        "base_version": _("base_version must be a whole number from 0."),
    }
