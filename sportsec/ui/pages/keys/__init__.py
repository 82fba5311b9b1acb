"""The page where the officer chooses the keys."""
