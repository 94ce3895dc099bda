"""Writes payload values to JSON without losing exactness."""

from datetime import UTC, date, datetime
from decimal import Decimal
from json import JSONEncoder
from typing import Any
from uuid import UUID


class ExactJSONEncoder(JSONEncoder):
    """Decimals and keys become strings, moments UTC with microseconds."""

    def default(self, o: Any) -> Any:
        """Turn one value JSON does not know into a string; refuse all others."""
        if isinstance(o, Decimal | UUID):
            return str(o)
        if isinstance(o, datetime):
            return o.astimezone(UTC).isoformat(timespec="microseconds")
        if isinstance(o, date):
            return o.isoformat()
        return super().default(o)
