"""Tests of the house itself: arrows, sizes, templates and committed files."""
