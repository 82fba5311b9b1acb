"""The briefing of a match: preview, print, save."""
