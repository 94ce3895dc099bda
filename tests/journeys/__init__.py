"""Whole stories in real browsers, told in the steps people take."""
