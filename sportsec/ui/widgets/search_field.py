"""A search field that asks once the officer has stopped typing."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from sportsec.ui.language import tr
from sportsec.ui.widgets.search_line import SearchLine

PAUSE_MS = 150


class SearchField(SearchLine):
    """Emits `searched(text)` 150 ms after the last key; at once on Enter.

    Args:
        letters: So many are seen of what is typed in the narrowest window, as is the
            shortest prompt; 0 lets them be squeezed.
    """

    searched = Signal(str)

    def __init__(
        self, placeholder: str = "", parent: QWidget | None = None, *, letters: int = 0
    ) -> None:
        super().__init__(parent)
        self._letters = letters
        self._prompts: tuple[str, ...] = ()
        self.show_prompts(placeholder or tr("Search"))
        self.setAccessibleName(placeholder or tr("Search"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._asked = ""
        self.textChanged.connect(lambda _text: self._pause.start())
        self.returnPressed.connect(self._ask)

    def say(self, text: str) -> None:
        """Hold a text that whoever says it searches for."""
        self._asked = text.strip()
        self.setText(text)

    def show_prompts(self, *prompts: str) -> None:
        """Say in the empty field what it finds.

        Args:
            prompts: The longest first; a narrow field says a shorter one, or "Search".
        """
        self._prompts = (*prompts, tr("Search"))
        self._prompt()

    def minimumSizeHint(self) -> QSize:
        """Return room for some letters, however large."""
        least = super().minimumSizeHint()
        if self._letters:
            advance = self.fontMetrics().horizontalAdvance
            seen = max(advance("n" * self._letters), advance(self._prompts[-1]))
            around = self.width() - self._room().width()
            least.setWidth(max(least.width(), seen + around))
        return least

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as fits."""
        super().resizeEvent(event)
        self._prompt()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties the field first."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def _prompt(self) -> None:
        room, advance = self._room().width(), self.fontMetrics().horizontalAdvance
        fitting = (each for each in self._prompts if advance(each) <= room)
        self.setPlaceholderText(next(fitting, self._prompts[-1]))

    def _ask(self) -> None:
        self._pause.stop()
        text = self.text().strip()
        if text != self._asked:
            self._asked = text
            self.searched.emit(text)
