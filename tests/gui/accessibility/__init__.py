"""Names, roles, order and room on every page and in every dialog."""
