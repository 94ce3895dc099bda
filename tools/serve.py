"""Serves the product with daphne on this machine and says where and for whom."""

import argparse
import os
import socket
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yuejiang.settings")

# daphne installs its event loop when imported, before anything else may take one.
from daphne.endpoints import build_endpoint_description_strings
from daphne.server import Server

HOST = "127.0.0.1"
# A hall opens the board at once: connections wait rather than being refused.
BACKLOG = 2048


def main() -> int:
    """Serve until interrupted; return 1 when the port is taken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument(
        "--demo", action="store_true", help="migrate, and load the demo when empty"
    )
    arguments = parser.parse_args()
    port = arguments.port
    if is_taken(port):
        print(
            f"Port {port} is in use by another program: stop it, or choose another "
            f"port, for example `make run PORT={port + 1}`.",
            file=sys.stderr,
        )
        return 1
    serve(port, demo=arguments.demo)
    return 0


def is_taken(port: int) -> bool:
    """Say whether something listens on the port already."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return True
    return False


def serve(port: int, *, demo: bool) -> None:
    """Load the application, listen, and announce the address once it answers."""
    from yuejiang.asgi import application  # noqa: PLC0415  # loads every app

    if demo:
        bring_up_demo()
    endpoints = build_endpoint_description_strings(host=HOST, port=port)
    Server(
        application=application,
        endpoints=[f"{endpoint}:backlog={BACKLOG}" for endpoint in endpoints],
        signal_handlers=True,
        ready_callable=lambda: announce(port),
        server_name="",
    ).run()


def bring_up_demo() -> None:
    """Make the database ready in this process: loading the apps is the slow part."""
    from django.core.management import call_command  # noqa: PLC0415  # needs settings

    call_command("migrate", verbosity=0)
    call_command("demo", if_empty=True)
    call_command("demo", sign_ins=True)


def announce(port: int) -> None:
    """Print the address, once people can open it."""
    print(f"Yuejiang is running at http://{HOST}:{port}/ (Ctrl+C stops it)", flush=True)


if __name__ == "__main__":
    sys.exit(main())
