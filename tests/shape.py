"""Walking the program's own modules, for tests that look at all of them."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType


def modules_below(package: ModuleType) -> Iterator[ModuleType]:
    """Import and yield every module of a package."""
    for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        yield importlib.import_module(found.name)
