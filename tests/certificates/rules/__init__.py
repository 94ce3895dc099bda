"""Tests of the certificates rules: tables, vectors and properties."""
