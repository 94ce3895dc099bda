"""The only writers of competitions, one module per family of use cases."""
