"""An operation as a tablet sends it, and the answer it gets."""

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from scoring.enums import OperationStatus
from scoring.models import MarkOperation


@dataclass(frozen=True, kw_only=True)
class Operation:
    """One tap: what a judge did to one aspect of one sheet.

    ``value`` is the value as a string, or the text of a note; ``base_version`` the
    version of the mark the judge saw, 0 for none; ``sequence`` counts on the device.
    """

    op_id: UUID
    sequence: int
    kind: str
    sheet_id: UUID
    aspect_id: UUID
    value: str
    base_version: int

    def fingerprint(self, event_id: UUID, judge_id: UUID) -> str:
        """Return the hash by which the same operation, sent again, is known."""
        body = {**asdict(self), "event": event_id, "judge": judge_id}
        text = json.dumps(body, default=str, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What became of one operation; ``status`` has the numbers of HTTP.

    ``current`` holds both values of a conflict, ``reveal`` what the operation laid
    open, ``sheet`` where its sheet stands after the whole batch.
    """

    op_id: UUID
    status: int
    message: str = ""
    version: int = 0
    value: str = ""
    mark: str | None = None
    current: dict[str, Any] | None = None
    reveal: dict[str, Any] | None = None
    server_seq: int | None = None
    body_hash: str = ""
    replayed: bool = False
    sheet: dict[str, Any] | None = None

    @property
    def is_stored(self) -> bool:
        """Whether the operation changed something."""
        return self.status == OperationStatus.STORED

    def to_store(self) -> dict[str, Any]:
        """Return the part of the answer that is kept with the operation."""
        return {
            "message": self.message,
            "version": self.version,
            "value": self.value,
            "mark": self.mark,
            "current": self.current,
            "reveal": self.reveal,
        }


def answer_again(stored: MarkOperation) -> Answer:
    """Return the answer an operation got the first time."""
    return Answer(
        op_id=stored.op_id,
        status=stored.status,
        server_seq=stored.server_seq,
        body_hash=stored.body_hash,
        replayed=True,
        **stored.answer,
    )


class Refused(Exception):
    """The operation does nothing; its answer says why."""

    def __init__(
        self,
        status: OperationStatus,
        message: str,
        *,
        version: int = 0,
        current: dict[str, Any] | None = None,
    ) -> None:
        """Keep what the answer needs."""
        super().__init__(message)
        self.status, self.message = status, message
        self.version, self.current = version, current

    def answer(self, op_id: UUID) -> Answer:
        """Return the refusal as an answer."""
        return Answer(
            op_id=op_id,
            status=self.status,
            message=self.message,
            version=self.version,
            current=self.current,
        )
