"""Erasing personal data for the law's sake: the question, and what came of it."""
