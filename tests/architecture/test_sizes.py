"""Rooms stay small: no file, function or class grows past its limit."""

import ast

import pytest

from tests.architecture.tree import files, named

# The first pattern that fits decides; limits are lines.
LIMITS = (
    ("tests/", 400),
    ("/rules/", 200),
    ("/models/", 250),
    ("/models.py", 250),
    ("/views", 250),
    ("/forms", 250),
    ("/tables", 250),
    ("", 300),
)
LARGEST_FUNCTION = 40
LARGEST_CLASS = 150
LARGEST_CONSUMER = 80
LARGEST_TEMPLATE = 150
LARGEST_SCRIPT = 250


def python_files():
    return [path for path in files("*.py") if "/migrations/" not in named(path)]


def number_of_lines(path):
    return len(path.read_text().splitlines())


def limit_of(name):
    return next(limit for part, limit in LIMITS if part in name)


def definitions(kinds):
    for path in python_files():
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, kinds):
                yield f"{named(path)}:{node.name}", node


def length(node):
    return node.end_lineno - node.lineno + 1


def is_consumer(node):
    return node.name.endswith("Consumer")


def test_python_files():
    too_long = {
        named(path): number_of_lines(path)
        for path in python_files()
        if number_of_lines(path) > limit_of(named(path))
    }

    assert too_long == {}


def test_functions():
    too_long = {
        name: length(node)
        for name, node in definitions((ast.FunctionDef, ast.AsyncFunctionDef))
        if length(node) > LARGEST_FUNCTION
    }

    assert too_long == {}


def test_classes():
    too_long = {
        name: length(node)
        for name, node in definitions(ast.ClassDef)
        if length(node) > (LARGEST_CONSUMER if is_consumer(node) else LARGEST_CLASS)
    }

    assert too_long == {}


@pytest.mark.parametrize(
    ("pattern", "limit"),
    [
        ("*.html", LARGEST_TEMPLATE),
        ("*.js", LARGEST_SCRIPT),
        ("*.css", LARGEST_SCRIPT),
    ],
)
def test_templates_scripts_and_styles(pattern, limit):
    too_long = {
        named(path): number_of_lines(path)
        for path in files(pattern)
        if number_of_lines(path) > limit
    }

    assert too_long == {}
