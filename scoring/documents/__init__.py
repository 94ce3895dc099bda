"""Papers of scoring, for signature."""
