"""The first page of the day: the week, what is late, what came in."""
