"""The files of the project, as far as they are or will be committed."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
APPS = (
    "audit",
    "paper",
    "people",
    "competitions",
    "scoring",
    "certificates",
    "live",
    "craftsmen",
)
PACKAGES = (*APPS, "yuejiang")


def files(*patterns: str) -> list[Path]:
    """Return every file that matches and is not ignored by git, in order."""
    known = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", *patterns],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    paths = (ROOT / line for line in known.stdout.splitlines())
    return sorted(path for path in paths if path.is_file())


def named(path: Path) -> str:
    """Return the path as people write it."""
    return str(path.relative_to(ROOT))
