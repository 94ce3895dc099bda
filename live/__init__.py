"""What the hall sees while it happens."""
