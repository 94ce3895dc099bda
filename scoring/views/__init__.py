"""Pages of schemes, marks and results."""
