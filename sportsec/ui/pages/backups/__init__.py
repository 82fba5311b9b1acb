"""Backups: the list, making one, bringing one back."""
