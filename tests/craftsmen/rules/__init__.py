"""Tests of the craftsmen rules: tables, vectors and properties."""
