"""Writing files that marks and schemes leave in."""
