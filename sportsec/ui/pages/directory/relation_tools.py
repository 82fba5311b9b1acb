"""The buttons of the map of relations: larger, smaller, all of it, places anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from sportsec.ui.language import tr
from sportsec.ui.pages.directory.relation_view import ZOOM, RelationView
from sportsec.ui.widgets.buttons import sign_button


class Together(QWidget):
    """Buttons that stay on one line, where a `FlowLayout` would tear them apart."""

    def __init__(self, buttons: Iterable[QWidget]) -> None:
        super().__init__()
        self.buttons = tuple(buttons)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        for button in self.buttons:
            box.addWidget(button)


def map_tools(view: RelationView, arrange: Callable[[], object]) -> Together:
    """Return the buttons that act on what is seen of the map."""
    return Together(
        (
            sign_button("plus", tr("Zoom in (+)"), partial(view.zoom, ZOOM)),
            sign_button("minus", tr("Zoom out (-)"), partial(view.zoom, 1 / ZOOM)),
            sign_button("overview", tr("Show the whole map (0)"), view.fit),
            sign_button("refresh", tr("Rearrange"), arrange),
        )
    )
