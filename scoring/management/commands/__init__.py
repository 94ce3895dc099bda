"""Commands for people who prepare marking schemes."""
