"""What is printed about competitions; wording is put together here, drawn by paper."""
