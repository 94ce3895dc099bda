"""The pages that join apps: where everybody lands after signing in."""
