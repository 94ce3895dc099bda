"""Template words of the year’s figures."""
