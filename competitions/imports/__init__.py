"""Spreadsheets that come into the office."""
