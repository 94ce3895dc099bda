"""The forms of the organiser's pages, one module per page."""
