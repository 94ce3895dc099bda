"""What the public opens, and where the office runs the boards."""
