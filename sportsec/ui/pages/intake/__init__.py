"""Intake: a programme file, looked at before it is taken in."""
