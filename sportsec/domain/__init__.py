"""Rules, enumerations, errors and drafts: plain Python, no screen, no database."""
