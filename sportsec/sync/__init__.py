"""Files between cells: sealed, signed, read with distrust, taken in."""
