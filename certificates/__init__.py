"""What is earned, and its proof."""
