"""Finds the browser the journeys run in, or installs it, or says what to install."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ADVICE = (
    "The browser tests need Chromium: install the package `chromium` "
    "(or Google Chrome) so that it is on the PATH, then run `make test` again."
)


def find() -> str | None:
    """Return the path of the first Chromium on the PATH."""
    found = (shutil.which(name) for name in NAMES)
    return next((path for path in found if path), None)


def install() -> None:
    """Install it with apt-get; only possible for root on Debian and its kin."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"],
    ):
        subprocess.run(command, env=quiet, check=False, stdout=subprocess.DEVNULL)


def main() -> int:
    """Make sure there is a browser; return the exit status."""
    if not find() and os.geteuid() == 0 and shutil.which("apt-get"):
        print("Installing Chromium …", flush=True)
        install()
    if not find():
        print(ADVICE, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
