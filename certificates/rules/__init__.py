"""What is earned and how it is worded and numbered: pure rules."""
