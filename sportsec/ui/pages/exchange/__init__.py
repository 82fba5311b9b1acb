"""Exchange with other cells: send, receive, decide, and the cells themselves."""
