"""Files that people hand over, looked at before they are believed."""
