"""Named reads of awards, titles and certificates."""
