"""Forms of schemes, marks and results."""
