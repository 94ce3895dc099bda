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


def plant(folder: Path, name: str, line: str) -> None:
    path = folder / name
    path.write_text(f"{path.read_text()}\n{line}\n")


def lint_imports(folder: Path, *arguments: str) -> subprocess.CompletedProcess:
    linter = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [linter, "--no-cache", "--no-logo", *arguments],
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
    )


SPREADSHEETS = ("openpyxl", "pandas", "python_calamine", "xlsxwriter")


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
    plant(copied, *BREAKS[contract])

    ended = lint_imports(copied, "--contract", contract)

    assert ended.returncode == 1
    assert "0 kept, 1 broken" in ended.stdout, ended.stdout


@pytest.mark.parametrize("library", SPREADSHEETS)
def test_every_spreadsheet_library_is_kept_to_its_rooms(copied, library):
    for room in ("people/imports/workbook_rows.py", "scoring/exports/cis_sheet.py"):
        plant(copied, room, f"import {library}")
    allowed = lint_imports(copied, "--contract", "spreadsheets")
    plant(copied, "people/queries.py", f"import {library}")

    ended = lint_imports(copied, "--contract", "spreadsheets")

    assert "1 kept, 0 broken" in allowed.stdout, allowed.stdout
    assert "0 kept, 1 broken" in ended.stdout, ended.stdout
