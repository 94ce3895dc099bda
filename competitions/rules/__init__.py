"""The regulations of competitions as pure functions."""
