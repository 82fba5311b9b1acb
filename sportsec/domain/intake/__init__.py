"""Reading a programme of matches: words, dates, columns, warnings. Pure rules."""
