"""What the product promises, as tests; the folders mirror the apps."""
