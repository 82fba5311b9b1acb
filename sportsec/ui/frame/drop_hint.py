"""The sheet over the window that says: let go, and the files are taken in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from sportsec.ui.language import tr, tr_count
from sportsec.ui.widgets.empty import EmptyState

#: Ending of the files that cells exchange.
EXCHANGE = ".ssx"


def files_in(data: QMimeData) -> list[Path]:
    """Return the files of this PC among what is dragged."""
    urls = [url for url in data.urls() if url.isLocalFile()]
    return [Path(url.toLocalFile()) for url in urls]


def sent_by_cells(files: Sequence[Path]) -> tuple[Path, ...]:
    """Return the files that other cells made, by their ending."""
    return tuple(file for file in files if file.suffix.casefold() == EXCHANGE)


class DropHint(QFrame):
    """Lies over its parent while files are held above it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setProperty("role", "drop")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.says = EmptyState("", "drop")
        box = QVBoxLayout(self)
        box.addWidget(self.says)
        parent.installEventFilter(self)
        self.hide()

    def appear(self, files: Sequence[Path] = ()) -> None:
        """Cover the parent, and say what letting go of these files does."""
        self.says.say(*_hint(files))
        self._place()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on covering when the window changes size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self.setGeometry(self._over.rect())


class Dropping(QObject):
    """Takes files that are dropped on the window; says before what that does.

    Args:
        hint: The sheet that says so.
        take: Gets the files.
    """

    def __init__(
        self,
        window: QWidget,
        hint: DropHint,
        take: Callable[[Sequence[Path]], object],
    ) -> None:
        super().__init__(window)
        self._hint = hint
        self._take = take
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what is dragged over the window."""
        if isinstance(event, QDropEvent):  # an entering or moving drag is one too
            files = files_in(event.mimeData())
            if not files:
                return False
            event.acceptProposedAction()
            if event.type() == QEvent.Type.DragEnter:
                self._hint.appear(files)
            elif event.type() == QEvent.Type.Drop:
                self._hint.hide()
                self._take(files)
            return True
        if event.type() == QEvent.Type.DragLeave:
            self._hint.hide()
        return super().eventFilter(watched, event)


def _hint(files: Sequence[Path]) -> tuple[str, str]:
    """Return the sentence and the icon."""
    sent = len(sent_by_cells(files))
    if not sent:
        text = tr(
            "Let go to take the programme in: you see everything before it counts."
        )
        return text, "drop"
    text = tr_count(
        "Let go to receive {n} file from a cell: nothing is written before you agree.",
        "Let go to receive {n} files from cells, in any order: nothing is written "
        "before you agree.",
        sent,
    )
    if sent < len(files):
        text += "\n" + tr(
            "Other files among them are set aside: drop a programme on its own."
        )
    return text, "receive"
