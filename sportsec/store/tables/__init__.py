"""The tables of the record, one module per noun."""
