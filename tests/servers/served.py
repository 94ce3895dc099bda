"""The product as its users meet it: daphne over TCP, DEBUG off, hashed static files."""

import os
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.servers.postgresql import create_database
from tests.servers.processes import free_port, stop, wait_until
from tools import prepare

ROOT = prepare.ROOT


@dataclass(frozen=True)
class Served:
    """A running server and the way to give it orders from the shell."""

    url: str
    surroundings: dict[str, str]
    log: Path

    def manage(self, *arguments: str) -> str:
        """Run a management command on the server's data; return what it printed."""
        return _manage(self.surroundings, *arguments)


@contextmanager
def serve(folder: Path):
    """Serve the product on a database of its own; its log shows when a test fails."""
    _prepare_static_files()
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    surroundings = _surroundings(folder, url)
    _manage(surroundings, "migrate", "--verbosity", "0")
    log = folder / "daphne.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "tools/serve.py", "--port", str(port)],
            cwd=ROOT,
            env=surroundings,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        wait_until(lambda: _is_healthy(url), process=process, log=log)
        yield Served(url=url, surroundings=surroundings, log=log)
    finally:
        stop(process)
        print(log.read_text(errors="replace"))


def _surroundings(folder: Path, url: str) -> dict[str, str]:
    """Return the environment of a server with nothing but its own data."""
    chosen = {
        "YUEJIANG_ENV": "local",
        "DEBUG": "off",
        "VAR_DIR": str(folder),
        "PUBLIC_URL": url,
        "DATABASE_URL": f"sqlite:///{folder / 'served.sqlite3'}",
        "REDIS_URL": "",
        "PYTHONUNBUFFERED": "1",
    }
    if os.environ["TEST_STORE"] == "postgres":
        name = f"served_{os.getpid()}_{folder.name}"
        chosen["DATABASE_URL"] = create_database(os.environ["DATABASE_URL"], name)
        # Any number will do: one server at a time in each worker.
        chosen["REDIS_URL"] = os.environ["REDIS_URL"]
    return {**os.environ, **chosen}


def _manage(surroundings: dict[str, str], *arguments: str) -> str:
    ended = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=surroundings,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert ended.returncode == 0, ended.stdout
    return ended.stdout


def _prepare_static_files() -> None:
    """Collect static files and compile texts, as ``make setup`` does."""
    prepare.run("tools/messages.py", "compile")
    prepare.collect_static()


def _is_healthy(url: str) -> bool:
    try:
        with urlopen(f"{url}/health/", timeout=5) as answer:
            return answer.status == 200
    except (URLError, ConnectionError, TimeoutError):
        return False
