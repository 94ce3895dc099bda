"""Tests of the competitions rules: tables, vectors and properties."""
