"""Entries: spreadsheets, forms, review, and who may do what with them."""
