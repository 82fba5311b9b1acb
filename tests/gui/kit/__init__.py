"""The kit that all pages are built from."""
