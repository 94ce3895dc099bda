"""The fingerprint of a scheme, by which it is frozen at the first mark."""

import hashlib
import json
from dataclasses import asdict
from typing import Any

from scoring.rules.scheme import Scheme
from scoring.rules.scheme_places import Item


def canonical(scheme: Scheme | Item) -> str:
    """Write a scheme or a part as JSON: keys sorted, no spaces, decimals as strings."""
    return json.dumps(
        asdict(scheme, dict_factory=_without_rows),
        default=str,
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )


def scheme_hash(scheme: Scheme) -> str:
    """Return the SHA-256 of the canonical form in hexadecimal."""
    return hashlib.sha256(canonical(scheme).encode()).hexdigest()


def _without_rows(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    return {name: value for name, value in pairs if name != "row"}
