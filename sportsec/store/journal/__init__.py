"""The journal: capture, seal, merge, undo; all else of the record follows from it."""
