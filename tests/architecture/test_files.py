"""What committed files may not hold."""

import ast
import re

import pytest

from tests.architecture.tree import APPS, PACKAGES, files, named

# Put together here, so that this file does not name them either.
REGISTRIES = [
    ".".join(parts)
    for parts in (
        ("registry", "npmjs", "org"),
        ("registry", "npmmirror", "com"),
        ("pypi", "org"),
        ("files", "pythonhosted", "org"),
        ("pypi", "tuna", "tsinghua"),
        ("mirrors", "aliyun", "com"),
    )
]
BANNED_NAMES = {"utils", "helpers", "misc", "common", "base", "managers", "core"}
INLINE = re.compile(
    r"""<style\b|\sstyle\s*=|\son[a-z]+\s*=\s*["']|javascript:|"""
    r"""<script(?![^>]*\bsrc=)(?![^>]*type="application/json")""",
    re.IGNORECASE,
)


def own(*patterns):
    packages = tuple(f"{name}/" for name in PACKAGES)
    return [path for path in files(*patterns) if named(path).startswith(packages)]


def test_no_template_has_inline_style_or_script():
    found = {
        f"{named(path)}:{number}"
        for path in files("*.html")
        for number, line in enumerate(path.read_text().splitlines(), start=1)
        if INLINE.search(line)
    }

    assert found == set()


@pytest.mark.parametrize(
    "line",
    [
        '<p style="width: 3%">',
        "<style>",
        "<script>alert(1)</script>",
        '<a onclick="go()">',
        '<a href="javascript:go()">',
    ],
)
def test_inline_code_is_recognised(line):
    assert INLINE.search(line)


@pytest.mark.parametrize(
    "line",
    [
        '<script src="/static/js/copy.js" type="module"></script>',
        '<script id="lines" type="application/json">',
        '<button data-on="click">',
    ],
)
def test_code_in_files_is_allowed(line):
    assert not INLINE.search(line)


def test_no_committed_file_names_a_package_registry():
    found = {
        (named(path), host)
        for path in files()
        for host in REGISTRIES
        if host.encode() in path.read_bytes()
    }

    assert found == set()


def test_every_module_opens_with_a_sentence():
    silent = [
        named(path)
        for path in own("*.py")
        if "/migrations/" not in named(path)
        and path.read_text().strip()
        and not ast.get_docstring(ast.parse(path.read_text()))
    ]

    assert silent == []


def test_every_module_is_named_after_its_purpose():
    nameless = [named(path) for path in own("*.py") if path.stem in BANNED_NAMES]

    assert nameless == []


def test_only_the_receivers_of_live_send_to_groups():
    senders = [named(path) for path in own("*.py") if "group_send(" in path.read_text()]

    assert set(senders) <= {"live/receivers.py"}


def test_rules_read_no_clock():
    clocks = re.compile(r"\b(datetime\.now|date\.today|time\.time|timezone\.now)\b")
    readers = [
        named(path)
        for app in APPS
        for path in files(f"{app}/rules/*.py", f"{app}/rules.py")
        if clocks.search(path.read_text())
    ]

    assert readers == []
