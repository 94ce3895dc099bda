"""One believable year of competitions, the same at every build."""
