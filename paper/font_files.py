"""Where the font files lie."""

from functools import cache
from pathlib import Path

FONT_FOLDER = Path(__file__).resolve().parent.parent / "vendor" / "fonts"
SYSTEM_FOLDER = Path("/usr/share/fonts")


class FontFileMissing(FileNotFoundError):
    """A font every document needs has not been fetched."""


def font_path(name: str) -> Path:
    """Return the file of a fetched font; say how to fetch it when it is not there."""
    path = FONT_FOLDER / f"{name}.ttf"
    if not path.is_file():
        raise FontFileMissing(
            f"The font {name}.ttf is not in {FONT_FOLDER}. "
            "Run tools/fetch_assets.py to fetch it."
        )
    return path


@cache
def system_font_path(name: str) -> Path | None:
    """Return an optional font installed on the machine, or None."""
    return next(iter(sorted(SYSTEM_FOLDER.rglob(f"{name}.ttf"))), None)
