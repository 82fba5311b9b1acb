"""Things named as "module:name": imported when they are wanted first.

So a page can use what stands above it: the form of a call is made of fields of the
directory, and the directory opens it.
"""

from __future__ import annotations

import importlib
from typing import Any


def named(name: str) -> Any:
    """Return what a module calls so."""
    module, _, inside = name.partition(":")
    return getattr(importlib.import_module(module), inside)
