"""The only writers of awards, titles and certificates."""
