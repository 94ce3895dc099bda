"""Who competes in what, when and before whom."""
