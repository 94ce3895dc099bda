"""The addresses of the live app, by audience."""
