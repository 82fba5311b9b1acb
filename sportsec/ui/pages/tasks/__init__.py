"""The tasks of a match: a list by time, and what is done with each."""
