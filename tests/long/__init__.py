"""Runs of hours, started by hand: `python -m tests.long.convergence`."""
