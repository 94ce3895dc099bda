"""A wrong environment stops the start with a sentence that says what to mend."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from yuejiang import environment

ROOT = Path(__file__).resolve().parent.parent.parent
MADE = environment.fresh_secrets()
PRODUCTION = {
    "YUEJIANG_ENV": "production",
    "SECRET_KEY": MADE.secret_key,
    "IDENTITY_KEYS": ",".join(MADE.identity_keys),
    "IDENTITY_INDEX_KEY": MADE.identity_index_key,
    "ALLOWED_HOSTS": "skills.example.org",
    "PUBLIC_URL": "https://skills.example.org",
}


def refusal_of_start(surroundings):
    """Return the last line an installation with this environment prints."""
    ended = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **surroundings},
        check=False,
        capture_output=True,
        text=True,
    )
    assert ended.returncode == 1
    return ended.stderr.strip().splitlines()[-1].partition(": ")[2]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            {"SECRET_KEY": ""},
            "Set SECRET_KEY: 50 random characters or more.",
        ),
        (
            {"ALLOWED_HOSTS": " "},
            "Set ALLOWED_HOSTS: the host names people use, separated by commas.",
        ),
        (
            {"ALLOWED_HOSTS": " , "},
            (
                "ALLOWED_HOSTS holds nothing but commas: the host names people use,"
                " separated by commas."
            ),
        ),
        (
            {"PUBLIC_URL": ""},
            "Set PUBLIC_URL: the address in printed codes, such as https://skills.cn.",
        ),
        (
            {"PUBLIC_URL": "skills.cn/v"},
            "PUBLIC_URL is 'skills.cn/v'; it must look like https://skills.cn.",
        ),
        (
            {"IDENTITY_KEYS": ""},
            "Set IDENTITY_KEYS: id:key pairs, base64 of 32 bytes, newest first.",
        ),
        (
            {"IDENTITY_KEYS": "1:c2hvcnQ="},
            "IDENTITY_KEYS holds a key of 5 bytes, not 32.",
        ),
        (
            {"IDENTITY_INDEX_KEY": "越"},
            "IDENTITY_INDEX_KEY holds a key that is no base64.",
        ),
        (
            {"DEBUG": "maybe"},
            "DEBUG is 'maybe'; it must be on or off.",
        ),
        (
            {"YUEJIANG_ENV": "staging"},
            "YUEJIANG_ENV is 'staging'; it must be one of: local, test, production.",
        ),
        (
            {"DATABASE_URL": "mysql://127.0.0.1/yuejiang"},
            "DATABASE_URL must start with sqlite:/// or postgresql://, not mysql.",
        ),
    ],
)
def test_production_refuses_to_start(change, sentence):
    assert refusal_of_start({**PRODUCTION, **change}) == sentence


def test_local_secrets_are_made_once_and_kept_private(tmp_path):
    path = tmp_path / "var" / "secrets.json"

    first = environment.local_secrets(path)
    second = environment.local_secrets(path)

    assert first == second
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_broken_secrets_are_never_replaced(tmp_path):
    path = tmp_path / "secrets.json"
    path.write_text(json.dumps({"secret_key": "only"}))

    with pytest.raises(ImproperlyConfigured, match="cannot be read as secrets"):
        environment.local_secrets(path)

    assert json.loads(path.read_text()) == {"secret_key": "only"}


@pytest.mark.parametrize(
    ("word", "meaning"),
    [("on", True), ("TRUE", True), ("1", True), ("off", False), ("no", False)],
)
def test_yes_and_no_have_many_words(monkeypatch, word, meaning):
    monkeypatch.setenv("PROBE", word)

    assert environment.boolean("PROBE", default=not meaning) is meaning


def test_postgresql_gets_a_pool(monkeypatch, tmp_path):
    monkeypatch.setenv("DATABASE_URL", "postgresql://u:p@db.example.org:5433/y")

    config = environment.database(tmp_path / "unused.sqlite3")

    assert config["HOST"] == "db.example.org"
    assert config["PORT"] == 5433
    assert config["OPTIONS"]["pool"] == {"min_size": 1, "max_size": 20, "timeout": 30}
