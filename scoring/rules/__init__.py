"""How marks become results: the regulations as pure functions."""
