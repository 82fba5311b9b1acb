"""Scenes by area; each module lists `SCENES` and `PAPERS`."""
