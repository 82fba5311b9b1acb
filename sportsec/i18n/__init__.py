"""Words and formats in Arabic, French and English."""
