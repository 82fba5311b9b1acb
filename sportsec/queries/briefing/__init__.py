"""Everything one briefing prints, read in one go and frozen."""
