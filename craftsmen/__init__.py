"""Where it leads: the craftsman ladder and the targets of the year."""
