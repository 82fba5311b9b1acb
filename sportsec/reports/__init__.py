"""Papers: documents as data, and the engine that prints them."""
