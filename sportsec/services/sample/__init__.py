"""The sample season: an invented league, complete enough that every page looks real."""
