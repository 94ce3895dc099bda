"""Named reads of marking, each with a fixed number of statements."""
