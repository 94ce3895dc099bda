"""What happened: append-only event streams, hash-chained."""
