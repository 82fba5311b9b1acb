"""Meetings: the list, the file of one, who comes, what is decided, the minutes."""
