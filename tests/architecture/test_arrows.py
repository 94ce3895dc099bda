"""Every arrow of the house holds, and each contract is seen to bite."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import PACKAGES, ROOT

# contract: (file it is broken in, the line that breaks it)
BREAKS = {
    "apps": ("people/keys.py", "import competitions.enums"),
    "layers": ("scoring/rules/rounding.py", "import scoring.enums"),
    "rules": ("scoring/rules/rounding.py", "import decimal, django.conf"),
    "paper": ("certificates/enums.py", "import reportlab.pdfgen"),
    "channels": ("scoring/enums.py", "import channels.layers"),
    "spreadsheets": ("scoring/enums.py", "import openpyxl"),
    "routing": ("live/enums.py", "import live.routing"),
}


def lint_imports(folder: Path, *arguments: str) -> subprocess.CompletedProcess:
    linter = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [linter, "--no-cache", "--no-logo", *arguments],
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
    )


@pytest.fixture
def copied(tmp_path):
    shutil.copy(ROOT / ".importlinter", tmp_path)
    for package in PACKAGES:
        ignore = shutil.ignore_patterns("static", "templates", "__pycache__")
        shutil.copytree(ROOT / package, tmp_path / package, ignore=ignore)
    return tmp_path


def test_every_contract_holds(copied):
    ended = lint_imports(copied)

    assert ended.returncode == 0, ended.stdout


def test_every_contract_is_broken_on_purpose_below():
    lines = (ROOT / ".importlinter").read_text().splitlines()
    start = "[importlinter:contract:"
    contracts = {line[len(start) : -1] for line in lines if line.startswith(start)}

    assert set(BREAKS) == contracts


@pytest.mark.parametrize("contract", BREAKS)
def test_a_planted_import_breaks_the_contract(copied, contract):
    name, line = BREAKS[contract]
    path = copied / name
    path.write_text(f"{path.read_text()}\n{line}\n")

    ended = lint_imports(copied, "--contract", contract)

    assert ended.returncode == 1
    assert "0 kept, 1 broken" in ended.stdout, ended.stdout
