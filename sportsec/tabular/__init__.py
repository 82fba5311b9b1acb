"""File formats: programmes in."""
