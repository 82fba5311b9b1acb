"""The directory: clubs, stadiums, groups, contacts, units, competitions."""
