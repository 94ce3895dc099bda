"""Reading files that marks and schemes arrive in."""
