"""Parameters of a calculation in the notation of the CIS sheet Calculations.

Each parameter is ``KEY:::number#x~x#text`` with one of the two values empty, and
``#-#`` stands between parameters: ``NUM_POSSIBLE:::4.00000000#x~x#``.
"""

import re
from collections.abc import Iterable

from scoring.rules.scheme_text import plain_number, tidy

Parameters = tuple[tuple[str, str], ...]

_BETWEEN_VALUES = "#x~x#"
_AFTER_KEY = ":::"
_BETWEEN_PARAMETERS = "#-#"
_NEXT_PARAMETER = re.compile(r"#-#(?=[A-Z0-9_]+:::)")
_KEY = re.compile(r"[A-Z0-9_]+")
_TEXT_KEYS = ("_LABEL", "_TYPE", "PART_STEP", "READING")


def holds_text(key: str) -> bool:
    """Whether a parameter holds a text; all others hold a number."""
    return key.endswith(_TEXT_KEYS)


def tidy_parameters(pairs: Iterable[tuple[str, str]]) -> Parameters:
    """Sort parameters by key, the last of equal keys, with plain numbers."""
    tidied = {
        tidy(key).upper(): tidy(value) if holds_text(key) else plain_number(tidy(value))
        for key, value in pairs
    }
    return tuple(sorted(tidied.items()))


def read_parameters(notation: str) -> Parameters:
    """Read a cell of parameters; a part without a key is left out."""
    pairs = []
    for part in _NEXT_PARAMETER.split(notation):
        key, _, values = part.partition(_AFTER_KEY)
        if not _KEY.fullmatch(key.strip()):
            continue
        number, _, text = values.partition(_BETWEEN_VALUES)
        pairs.append((key.strip(), number if number.strip() else text))
    return tidy_parameters(pairs)


def write_parameters(parameters: Parameters) -> str:
    """Write parameters so that ``read_parameters`` gives the same ones back."""
    return _BETWEEN_PARAMETERS.join(
        f"{key}{_AFTER_KEY}{_BETWEEN_VALUES}{value}"
        if holds_text(key)
        else f"{key}{_AFTER_KEY}{value}{_BETWEEN_VALUES}"
        for key, value in parameters
    )


def is_writable(parameters: Parameters) -> bool:
    """Whether no value contains the marks that stand between the values."""
    return read_parameters(write_parameters(parameters)) == parameters
