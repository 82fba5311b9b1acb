"""What stands in a layout, without asking Qt for its items.

PySide keeps the Python object of an item as long as its layout (`itemAt`), also when Qt
deleted the item with its widget. A widget that is made at the same address later is
taken for that item: an error far away, or a crash.
"""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QWidget


def laid_out(layout: QLayout) -> dict[int, QWidget | QLayout]:
    """Return what stands directly in a layout, by its place there, in their order."""
    holder = layout.parentWidget()
    near = (*(holder.children() if holder is not None else ()), *layout.children())
    parts = [each for each in near if isinstance(each, QWidget | QLayout)]
    places = {layout.indexOf(each): each for each in parts}
    return {at: places[at] for at in sorted(places) if at >= 0}
