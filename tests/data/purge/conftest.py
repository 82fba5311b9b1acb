"""Cells with real workspaces, as in the tests of the exchange."""

from tests.data.sync.conftest import make_cell, pair

__all__ = ["make_cell", "pair"]
