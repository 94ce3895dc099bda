"""Days and moments as the product writes them, the same on every page."""
