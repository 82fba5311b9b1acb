"""The end of the program: everything is saved and closed, the process ends."""

from __future__ import annotations

import logging
import os
import sys
from typing import NoReturn


def leave(code: int) -> NoReturn:
    """End the process without taking its windows apart.

    When Python ends, PySide destroys what is left of the widgets one by one, in no
    order; a parent that goes before its child then crashed the program after its
    work was done (seen with 6.12, in every second quitting of a window of which
    several pages had been opened).
    """
    logging.shutdown()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # Windows gives a program without a console none
            stream.flush()
    os._exit(code)
