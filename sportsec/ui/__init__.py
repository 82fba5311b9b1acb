"""Windows, pages and widgets: everything the officer sees and touches."""
