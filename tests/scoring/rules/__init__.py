"""Tests of the scoring rules: tables, vectors and properties."""
