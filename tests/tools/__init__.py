"""Tests of what the Makefile is made of."""
