"""Paper on the screen: its preview, and its way to a printer or into a file."""
