"""Looks at what is shown in windows of odd sizes, as officers draw them."""

from __future__ import annotations

import random
import time

from PySide6.QtWidgets import QWidget

from tests.screens.clipping import cut_off
from tests.screens.resting import restless
from tests.screens.stage import Stage

WIDTHS, HEIGHTS = (980, 1700), (560, 1050)
ROUNDS = 30  # of events until all parts have their places


def at_odd_sizes(stage: Stage, shown: QWidget, count: int, name: str) -> list[str]:
    """Return what is cut off or does not come to rest at so many sizes of its window.

    Of each part the first fault is told, with the size.

    Args:
        name: Of the picture: it decides the sizes, which are the same each time.
    """
    dice = random.Random(name)
    window = shown.window()
    usual = window.size()
    found: dict[str, str] = {}
    for _ in range(count):
        window.resize(dice.randint(*WIDTHS), dice.randint(*HEIGHTS))
        for _round in range(ROUNDS):
            stage.app.processEvents()
            time.sleep(0.001)
        wide, high = window.size().toTuple()
        for fault in (*cut_off(shown), *restless(stage.app)):
            part, _, what = fault.partition("»: ")
            found.setdefault(part, f"{wide} × {high}, {part}»: {what}")
    window.resize(usual)
    stage.settle()
    return list(found.values())
