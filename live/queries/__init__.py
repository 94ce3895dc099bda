"""Named reads of what the public may see, and of what a snapshot is made from."""
