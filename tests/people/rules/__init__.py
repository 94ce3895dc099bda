"""Tests of the people rules: tables, vectors and properties."""
