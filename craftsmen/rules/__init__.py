"""Where the year will end and what its targets say: pure rules."""
