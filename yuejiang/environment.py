"""Reads the environment, and refuses to start with a sentence when it is wrong."""

import base64
import json
import os
import re
import secrets
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

env = environ.Env()


@dataclass(frozen=True)
class Secrets:
    """What must stay the same for data to stay readable, and must never be shown."""

    secret_key: str
    identity_keys: list[str]
    identity_index_key: str


def choice(name: str, *, allowed: tuple[str, ...], default: str) -> str:
    """Return the variable, which must be one of the allowed words."""
    value: str = env.str(name, default=default)
    if value not in allowed:
        words = ", ".join(allowed)
        raise ImproperlyConfigured(f"{name} is {value!r}; it must be one of: {words}.")
    return value


def boolean(name: str, *, default: bool) -> bool:
    """Return the variable as yes or no; any other word is refused."""
    value = os.environ.get(name, "on" if default else "off").strip().lower()
    if value in {"on", "true", "yes", "1"}:
        return True
    if value in {"off", "false", "no", "0", ""}:
        return False
    raise ImproperlyConfigured(f"{name} is {value!r}; it must be on or off.")


def required(name: str, *, meaning: str) -> str:
    """Return the variable; when it is missing say what it is for."""
    value = os.environ.get(name, "").strip()
    if not value:
        raise ImproperlyConfigured(f"Set {name}: {meaning}.")
    return value


def required_list(name: str, *, meaning: str) -> list[str]:
    """Return a comma-separated variable with at least one word."""
    words = [word.strip() for word in required(name, meaning=meaning).split(",")]
    if not any(words):
        raise ImproperlyConfigured(f"{name} holds nothing but commas: {meaning}.")
    return [word for word in words if word]


def public_url(name: str, *, is_required: bool) -> str:
    """Return the address the public opens, without a path; empty when not given."""
    value = os.environ.get(name, "").strip().rstrip("/")
    if not value and not is_required:
        return ""
    value = value or required(
        name, meaning="the address in printed codes, such as https://skills.cn"
    )
    if not re.fullmatch(r"https?://[^/?#\s]+", value):
        raise ImproperlyConfigured(
            f"{name} is {value!r}; it must look like https://skills.cn."
        )
    return value


def production_secrets() -> Secrets:
    """Return the secrets an installation was given; every one of them is required."""
    found = Secrets(
        secret_key=required("SECRET_KEY", meaning="50 random characters or more"),
        identity_keys=required_list(
            "IDENTITY_KEYS", meaning="id:key pairs, base64 of 32 bytes, newest first"
        ),
        identity_index_key=required(
            "IDENTITY_INDEX_KEY", meaning="base64 of 32 bytes, never changed"
        ),
    )
    for pair in found.identity_keys:
        _refuse_other_than_32_bytes("IDENTITY_KEYS", pair.partition(":")[2])
    _refuse_other_than_32_bytes("IDENTITY_INDEX_KEY", found.identity_index_key)
    return found


def local_secrets(path: Path) -> Secrets:
    """Return the secrets kept in a file of this machine, made once and then kept.

    The file is linked into place whole, so that two processes starting together
    agree on one set; only its owner may read it.
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        draft.touch(mode=0o600)
        draft.write_text(json.dumps(asdict(fresh_secrets()), indent=2))
        with suppress(FileExistsError):
            os.link(draft, path)
        draft.unlink()
    try:
        return Secrets(**json.loads(path.read_text()))
    except (TypeError, ValueError) as error:
        raise ImproperlyConfigured(
            f"{path} cannot be read as secrets: bring back a copy of it, or remove it "
            "together with the database, whose identity numbers it opens."
        ) from error


def fresh_secrets() -> Secrets:
    """Make a new set of secrets."""
    return Secrets(
        secret_key=secrets.token_urlsafe(64),
        identity_keys=[f"1:{_random_key()}"],
        identity_index_key=_random_key(),
    )


def database(default: Path, *, variable: str = "DATABASE_URL") -> dict[str, Any]:
    """Return the database of an address: SQLite unless it says PostgreSQL."""
    url = os.environ.get(variable) or f"sqlite:///{default}"
    config: dict[str, Any] = env.db_url_config(url)
    engine = config["ENGINE"].rpartition(".")[2]
    if engine == "sqlite3":
        return _sqlite(config)
    if engine.startswith("postgres"):
        return _postgresql(config)
    raise ImproperlyConfigured(
        f"{variable} must start with sqlite:/// or postgresql://, not {engine}."
    )


def _sqlite(config: dict[str, Any]) -> dict[str, Any]:
    """Make writers queue and commits durable; Django's defaults lose transactions."""
    options = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
        ),
    }
    # A file also in tests: threads share an in-memory database by other rules.
    test = {"NAME": f"{config['NAME']}.test"}
    return {**config, "OPTIONS": options, "TEST": test}


def _postgresql(config: dict[str, Any]) -> dict[str, Any]:
    """Share a small pool of connections among the threads of the server."""
    pool = {"min_size": 1, "max_size": env.int("DATABASE_POOL", default=20)}
    options = {**config.get("OPTIONS", {}), "pool": {**pool, "timeout": 30}}
    return {**config, "OPTIONS": options}


def _random_key() -> str:
    return base64.b64encode(secrets.token_bytes(32)).decode()


def _refuse_other_than_32_bytes(name: str, key: str) -> None:
    try:
        size = len(base64.b64decode(key, validate=True))
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} holds a key that is no base64.") from error
    if size != 32:  # noqa: PLR2004  # AES-256 and the index both take 32 bytes
        raise ImproperlyConfigured(f"{name} holds a key of {size} bytes, not 32.")
