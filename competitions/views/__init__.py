"""The organiser's pages, one module per family of screens."""
