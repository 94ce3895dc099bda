"""The only writers of what the public sees."""
