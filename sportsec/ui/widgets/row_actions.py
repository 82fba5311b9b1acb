"""What can be done with the selected rows of a list."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple
from uuid import UUID


class RowAction(NamedTuple):
    """An act on the selected rows.

    Args:
        when: Says whether it makes sense for these rows.
        keys: Name of the keys that do it as well.
    """

    text: str
    icon: str
    act: Callable[[list[UUID]], object]
    when: Callable[[list[UUID]], bool]
    keys: str = ""
