"""That cells which exchanged everything hold the same: definition, machine, tests."""
