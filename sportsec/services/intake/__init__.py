"""Taking in a programme: matching names, comparing with the record, writing."""
