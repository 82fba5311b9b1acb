"""How high the window of a form is: as its form needs, while the officer lets it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QDialog, QScrollArea, QWidget

from sportsec.ui.theme import scaled
from sportsec.ui.widgets.fitting import keep_on_screen, room_for

#: Of a window, made for plain text.
LEAST = 260


class FormHeight(QObject):
    """Fits a window to its form, and follows where the form needs another height.

    Once the officer gave the window a height of his own, it keeps that one.

    Args:
        window: Laid out around the form; may also stand in another window.
        area: Scrolls the form where it has no room.

    Attributes:
        only_told: The form grows just now by what a check said, if at all. For this
            the window does not grow, nor later: its buttons stay under the hand.
    """

    def __init__(self, window: QDialog, area: QScrollArea, form: QWidget) -> None:
        super().__init__(window)
        self._window, self._area, self._form = window, area, form
        self.only_told = False
        self._fitted = 0  # the height that the window was given here
        self._needed = 0  # by the form
        self._told = 0  # how much of it is what checks said
        form.installEventFilter(self)

    @property
    def is_fitted(self) -> bool:
        """Whether the officer left the window as high as it was made here."""
        return self._window.height() == self._fitted

    def fit(self) -> None:
        """Show all of the form if the screen has room, and no empty room below it."""
        self._told = 0
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the form where it needs another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._follow()
        return super().eventFilter(watched, event)

    # ---- inside

    def _follow(self) -> None:
        if self.only_told:
            needed = self._form_height()
            self._told = max(0, self._told + needed - self._needed)
            self._needed = needed
        elif self._window.isWindow() and self.is_fitted:
            self._fit(least=self._fitted)

    def _fit(self, least: int = 0) -> None:
        window = self._window
        self._needed = self._form_height()
        wanted = max(self._beside() + self._needed - self._told, scaled(LEAST), least)
        self._fitted = min(wanted, self._most())
        window.resize(window.width(), self._fitted)
        if window.isVisible() and window.isWindow():
            keep_on_screen(window)

    def _most(self) -> int:
        """Return how high it may get: not above the window behind, if it lies in it."""
        room, behind = room_for(self._window).height(), self._window.parentWidget()
        edge = 0 if behind is None else behind.window().height()
        return min(room, edge) if self._window.height() <= edge else room

    def _beside(self) -> int:
        """Return the height of all but the form, its texts as wide as the window."""
        window, around = self._window, self._window.layout()
        needed = window.sizeHint().height()
        if around is not None and around.hasHeightForWidth():
            needed = around.totalHeightForWidth(window.width())
        return needed - self._area.sizeHint().height()

    def _form_height(self) -> int:
        """Return the height that the form needs at the width it has in the window."""
        margins, around = self._window.contentsMargins(), self._window.layout()
        if around is not None:
            margins += around.contentsMargins()
        width = self._window.width() - margins.left() - margins.right()
        inner = width - 2 * self._area.frameWidth()
        layout = self._form.layout()
        if layout is not None and layout.hasHeightForWidth():
            return layout.totalHeightForWidth(inner)
        return self._form.sizeHint().height()
