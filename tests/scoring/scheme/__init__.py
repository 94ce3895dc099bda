"""Tests of marking schemes and their workbooks."""
