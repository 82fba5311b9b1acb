"""The received files under each other, as wide as the widest of them needs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sportsec.ui.widgets.cards import margins
from sportsec.ui.widgets.scrolled import PartScroll


class FileList(PartScroll):
    """Scrolls up and down only: the button that sets a file aside stays on view.

    Args:
        least: Its height at least where it scrolls, in pixels.

    Attributes:
        files: Where the cards go.
    """

    def __init__(self, least: int) -> None:
        inner = QWidget()
        super().__init__(inner, least)
        self.files = QVBoxLayout(inner)
        self.files.setContentsMargins(margins(0, 0, 8, 0))
        self.files.setSpacing(10)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # each card has a button

    def show_all(self, *, shows_all: bool) -> None:
        """Be as high as the files, or scroll them."""
        super().show_all(shows_all=shows_all)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest card with the scroll bar."""
        least = super().minimumSizeHint()
        inner = self.widget()
        if inner is not None:
            bar = self.verticalScrollBar().sizeHint().width()
            least.setWidth(inner.minimumSizeHint().width() + bar)
        return least

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say that it needs another width where a card came, went or grew."""
        done = super().eventFilter(watched, event)
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return done
