"""Tests of the craftsmen app."""
