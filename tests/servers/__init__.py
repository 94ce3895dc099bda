"""Real servers for the tests: PostgreSQL, Valkey, daphne and Chromium."""
