"""Journeys judge the product from outside: their code imports none of it.

Totals worked out with the product's own rules would agree with any of its mistakes.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.tree import PACKAGES, ROOT


def imported_by(path: Path) -> Iterator[str]:
    """Yield every module a file names; of ``from a import b`` both a and a.b."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.module, f"{path} imports relative to itself."
            yield node.module
            yield from (f"{node.module}.{each.name}" for each in node.names)


def sources_of(module: str, root: Path) -> Iterator[Path]:
    """Yield the files that are run to import a module, as far as they are ours."""
    folder = root
    for part in module.split("."):
        yield from (each for each in [folder / f"{part}.py"] if each.is_file())
        folder /= part
        yield from (each for each in [folder / "__init__.py"] if each.is_file())


def product_imports(starts: list[Path], root: Path) -> set[tuple[str, str]]:
    """Return (file, module of an app) for everything reached from these files."""
    found, seen, waiting = set(), set(), list(starts)
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        for module in imported_by(path):
            if module.partition(".")[0] in PACKAGES:
                found.add((str(path.relative_to(root)), module))
            else:
                waiting.extend(sources_of(module, root))
    return found


def test_no_step_of_a_journey_imports_an_app():
    journeys = sorted((ROOT / "tests" / "journeys").glob("*.py"))

    assert {"cast.py", "expected.py"} <= {path.name for path in journeys}
    assert product_imports(journeys, ROOT) == set()


def test_an_import_behind_two_others_is_found(tmp_path):
    inner = tmp_path / "tests" / "inner"
    inner.mkdir(parents=True)
    start = tmp_path / "tests" / "expected.py"
    start.write_text("from tests.inner import sums\n")
    (inner / "__init__.py").write_text("import live\n")
    (inner / "sums.py").write_text("def total():\n    import scoring.rules.tally\n")

    assert product_imports([start], tmp_path) == {
        ("tests/inner/__init__.py", "live"),
        ("tests/inner/sums.py", "scoring.rules.tally"),
    }
