"""Marks become results."""
