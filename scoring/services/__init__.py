"""The only writers of schemes, marks and results."""
