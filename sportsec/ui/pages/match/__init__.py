"""The match file: one match with its tabs."""
