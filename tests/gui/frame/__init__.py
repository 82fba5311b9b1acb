"""The window round all pages, and the start."""
