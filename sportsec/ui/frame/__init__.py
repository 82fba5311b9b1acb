"""Parts of the main window: rail, top bar, search box, status bar."""
