"""Makes a fresh clone ready to run: packages, assets, translations, data.

Runs on a bare Python 3.11 or newer and imports nothing but the standard library;
steps that are done are skipped, so that a second start needs no network.
"""

import argparse
import fcntl
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from tools import stamp  # noqa: E402  # found only once the root is on the path

ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / "bin" / "python"
STATIC = ROOT / "build" / "static"


def main() -> int:
    """Prepare what the arguments ask for; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dev", action="store_true", help="with the tools of tests")
    parser.add_argument("--data", action="store_true", help="with database and demo")
    arguments = parser.parse_args()
    try:
        prepare_code(dev=arguments.dev)
        if arguments.data:
            manage("migrate", "--verbosity", "0")
            manage("demo", "--if-empty")
    except subprocess.CalledProcessError as error:
        step = " ".join(str(word) for word in error.cmd[1:4])
        print(f"Stopped: `{step}` failed; the lines above say why.", file=sys.stderr)
        return 1
    return 0


def prepare_code(*, dev: bool) -> None:
    """Bring packages, front-end files, translations and static files up to date."""
    create_environment()
    install("requirements.txt")
    if dev:
        install("requirements-dev.txt")
    run("tools/fetch_assets.py")
    run("tools/messages.py", "compile")
    collect_static()


def create_environment() -> None:
    """Create the virtual environment once."""
    if not PYTHON.exists():
        say("Creating .venv")
        venv.create(ENVIRONMENT, with_pip=True, clear=True)


def install(requirements: str) -> None:
    """Install the pinned packages, unless these very ones are installed."""
    source = ROOT / requirements
    done = ENVIRONMENT / f".installed-{source.stem}"
    wanted = stamp.digest([source])
    if stamp.is_done(done, wanted):
        return
    say(f"Installing {requirements}")
    run(
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--require-hashes",
        "--requirement",
        requirements,
    )
    stamp.mark_done(done, wanted)


def collect_static() -> None:
    """Collect hashed static files, unless no source of them has changed."""
    done = STATIC.with_name("static.stamp")
    done.parent.mkdir(exist_ok=True)
    with done.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        wanted = _static_state()
        if STATIC.is_dir() and stamp.is_done(done, wanted):
            return
        say("Collecting static files")
        # Hashed names, whatever environment asks: a test run would keep plain ones.
        quiet = ("--noinput", "--verbosity", "0")
        run("manage.py", "collectstatic", *quiet, YUEJIANG_ENV="local")
        stamp.mark_done(done, wanted)


def _static_state() -> str:
    """Describe every file static files are made from, by name, size and age."""
    # build/static is where they go: counting it would make every start a first one.
    apps = [folder for folder in ROOT.glob("*/static") if folder != STATIC]
    folders = [*apps, ROOT / "vendor" / "web"]
    lines = [(ROOT / "requirements.txt").read_text()]
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            facts = path.stat()
            lines.append(f"{path} {facts.st_size} {facts.st_mtime_ns}")
    return "\n".join(lines)


def manage(*arguments: str) -> None:
    """Run a management command as the served product would."""
    run("manage.py", *arguments)


def run(*arguments: str, **surroundings: str) -> None:
    """Run the environment's Python at the root, with DEBUG off."""
    subprocess.run(
        [str(PYTHON), *arguments],
        cwd=ROOT,
        env={**os.environ, "DEBUG": "off", **surroundings},
        check=True,
    )


def say(sentence: str) -> None:
    """Tell the user what takes time."""
    print(f"{sentence} …", flush=True)


if __name__ == "__main__":
    sys.exit(main())
