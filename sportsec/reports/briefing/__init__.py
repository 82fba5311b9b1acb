"""The match briefing, part by part, as data (domain.md §4.2)."""
