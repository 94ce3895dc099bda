"""Template words of public pages."""
