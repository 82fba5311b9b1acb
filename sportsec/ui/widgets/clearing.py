"""Takes everything out of a layout, so that it can be filled anew."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout


def clear_layout(layout: QLayout) -> None:
    """Take out and delete all widgets and layouts inside."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()  # or one not shown yet would be shown as a window
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            clear_layout(inner)
