"""The forms of awards, titles and certificates, one module per page."""
