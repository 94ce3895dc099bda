"""Named reads of competitions, each with a fixed number of statements."""
