"""The agenda: the list of matches."""
