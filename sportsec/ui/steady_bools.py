"""Keeps Python alive under a fault of PySide6 6.12.0 with Python 3.11.

There, each `Signal.emit` gives away one reference to `True` that it does not own (seen
with `sys.getrefcount`: 200 emissions cost 200). After a few hundred the interpreter
aborts with "bool_dealloc: deallocating True or False". `QApplication.processEvents`
does the same to `None` ("none_dealloc"). From Python 3.12 on these objects are
immortal and nothing happens.
"""

from __future__ import annotations

import sys

#: More references than any program gives away.
PLENTY = 1 << 40


def steady_bools() -> None:
    """Give `True`, `False` and `None` more references than can run out."""
    if sys.version_info >= (3, 12):
        return
    import ctypes  # noqa: PLC0415 - only where it is needed

    for one in (True, False, None):
        count = ctypes.c_ssize_t.from_address(id(one))
        if count.value < PLENTY:
            count.value += PLENTY
