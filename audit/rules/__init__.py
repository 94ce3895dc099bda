"""The chain that makes tampering visible, as pure functions."""
