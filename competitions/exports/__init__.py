"""Spreadsheets that leave the office."""
