"""Tests of the benchmarks: what they report, not how fast the product is."""
