"""Starts and stops the server processes tests talk to."""

import os
import pwd
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any


class NotStarted(Exception):
    """A server did not answer; its log is part of the message."""


def free_port() -> int:
    """Return a loopback port nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until(
    answers: Callable[[], bool],
    *,
    process: subprocess.Popen,
    log: Path,
    seconds: float = 60,
) -> None:
    """Return once the server answers; raise with its log when it ends or is late."""
    late = time.monotonic() + seconds
    while process.poll() is None and time.monotonic() < late:
        if answers():
            return
        time.sleep(0.05)
    stop(process)
    raise NotStarted(f"The server did not answer.\n{log.read_text(errors='replace')}")


def stop(process: subprocess.Popen) -> None:
    """End a process politely, then by force."""
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def unprivileged() -> dict[str, Any]:
    """Return the user a server runs as that refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid}
