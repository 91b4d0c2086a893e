"""Benchmarks: they measure ratios in one run and are never part of the timed tests."""
