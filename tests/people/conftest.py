"""Lets the tests of the register grant capabilities without the apps above."""

import pytest

from people import access


@pytest.fixture(autouse=True)
def nobody_grants_yet(monkeypatch):
    """Start without checks; make_user registers what a test grants."""
    monkeypatch.setattr(access, "_checks", [])
