"""The paper on the screen: as wide as the room, whole, or as large as one likes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QWidget,
)

from sportsec.ui.language import isolate, tr
from sportsec.ui.widgets.buttons import sign_button
from sportsec.ui.widgets.cards import text_label

Mode = QPdfView.ZoomMode
#: By how much one step makes the paper larger, and how far it goes.
STEP, LEAST, MOST = 1.25, 0.2, 5.0
GAP = 8  # between the parts of the bar
_POINTS_PER_INCH = 72
_LARGER = {Qt.Key.Key_Plus, Qt.Key.Key_Equal}
_SMALLER = {Qt.Key.Key_Minus, Qt.Key.Key_Underscore}


class Preview(QPdfView):
    """Pages below each other; + and −, or Ctrl with the wheel, change their size.

    Signals:
        told: Another page is in view, or pages have another size.
    """

    told = Signal()

    def __init__(self, parent: QWidget, document: QPdfDocument) -> None:
        super().__init__(parent)
        self.setDocument(document)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(Mode.FitToWidth)
        self.setAccessibleName(tr("Preview of the briefing"))
        self.pageNavigator().currentPageChanged.connect(lambda _page: self.told.emit())

    @property
    def is_wide(self) -> bool:
        """Whether pages are as wide as the room."""
        return self.zoomMode() is Mode.FitToWidth

    def page_text(self) -> str:
        """Return which page of how many is in view; empty without a paper."""
        pages = self.document().pageCount()
        if not pages:
            return ""
        page = min(self.pageNavigator().currentPage() + 1, pages)
        shown = {"page": isolate(str(page)), "pages": isolate(str(pages))}
        return tr("Page {page} of {pages}", **shown)

    def fit(self, *, wide: bool) -> None:
        """Show pages as wide as the room, or whole."""
        self._keep_place(Mode.FitToWidth if wide else Mode.FitInView)

    def zoom(self, steps: int) -> None:
        """Make pages larger, or smaller by a negative number of steps."""
        factor = self.factor() * STEP**steps
        self.setZoomFactor(min(max(factor, LEAST), MOST))
        self._keep_place(Mode.Custom)

    def factor(self) -> float:
        """Return how large pages are; 1 is as on paper."""
        paper = self.document().pagePointSize(0)
        if self.zoomMode() is Mode.Custom or paper.isEmpty():
            return self.zoomFactor()
        margins, dots = self.documentMargins(), self.logicalDpiX() / _POINTS_PER_INCH
        room = self.viewport().size().shrunkBy(margins)
        across = room.width() / (paper.width() * dots)
        if self.is_wide:
            return across
        return min(across, room.height() / (paper.height() * dots))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take + and −, with Ctrl or without."""
        step = (event.key() in _LARGER) - (event.key() in _SMALLER)
        if step:
            self.zoom(step)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Change the size while Ctrl is held; else scroll."""
        turn = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom((turn > 0) - (turn < 0))
            event.accept()
        else:
            super().wheelEvent(event)

    def _keep_place(self, mode: QPdfView.ZoomMode) -> None:
        """Take another size; what stood at the top stays there."""
        bar = self.verticalScrollBar()
        share = bar.value() / max(bar.maximum() + bar.pageStep(), 1)
        self.setZoomMode(mode)
        bar.setValue(round(share * (bar.maximum() + bar.pageStep())))
        self.told.emit()


class PreviewTools(QWidget):
    """Which page is in view, and its size; hidden while there is no paper."""

    def __init__(self, preview: Preview) -> None:
        super().__init__()
        self._preview = preview
        self.page = text_label("", "caption")
        self.smaller = sign_button("minus", tr("Zoom out (-)"))
        self.larger = sign_button("plus", tr("Zoom in (+)"))
        self.fitting = QPushButton()
        self.fitting.setProperty("flat", True)
        self.fitting.setAutoDefault(False)
        self.smaller.clicked.connect(lambda _on: preview.zoom(-1))
        self.larger.clicked.connect(lambda _on: preview.zoom(1))
        self.fitting.clicked.connect(lambda _on: preview.fit(wide=not preview.is_wide))
        self._parts = QWidget()
        row = QHBoxLayout(self._parts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in (self.page, self.smaller, self.larger, self.fitting):
            row.addWidget(part)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addStretch(1)
        box.addWidget(self._parts)
        box.addStretch(1)
        preview.told.connect(self.renew)
        self.renew()

    def renew(self) -> None:
        """Show what is in view now."""
        self.page.setText(self._preview.page_text())
        is_wide = self._preview.is_wide
        self.fitting.setText(tr("Whole page") if is_wide else tr("Fit the width"))
        self._parts.setVisible(bool(self.page.text()))

    def sizeHint(self) -> QSize:
        """Return the room of its parts even while they are hidden."""
        return self._parts.sizeHint()


class _Giving:
    """A button that may give up its words, and how much room that gives."""

    def __init__(self, button: QPushButton) -> None:
        self._button = button
        self._text = button.text()
        self._font: QFont | None = None
        self._gives = 0

    def given(self) -> int:
        """Return the pixels that it gives up now."""
        return self.may_give() if self._is_bare() else 0

    def may_give(self) -> int:
        """Return the pixels that its words need; measured once for each font."""
        button = self._button
        button.ensurePolished()
        if button.font() != self._font:
            self._font, shown, wide = button.font(), button.text(), []
            for text in (self._text, "", shown):
                button.setText(text)
                wide.append(button.sizeHint().width())
            self._gives = wide[0] - wide[1]
        return self._gives

    def say(self, *, says: bool) -> None:
        """Show the words, or leave them to the hint and to readers."""
        if says == self._is_bare():
            self._button.setText(self._text if says else "")
            self._button.setToolTip("" if says else self._text)

    def _is_bare(self) -> bool:
        return not self._button.text()


class PaperBar(QWidget):
    """Choices at its start, tools in its middle, buttons at its end.

    Where there is no room for all on one line, the tools stand under the others: who
    needs large text needs them most. Where there is no room for that either, the
    buttons are signs, the first ones first.

    Args:
        buttons: Those at its end.
    """

    def __init__(
        self,
        start: QWidget,
        tools: QWidget,
        end: QLayout,
        buttons: Sequence[QPushButton],
    ) -> None:
        super().__init__()
        self._tools = tools
        self._buttons = [_Giving(each) for each in buttons]
        self._is_low = self._is_close = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self._ends = (start.sizeHint, end.sizeHint)
        self._grid.addWidget(start, 0, 0)
        self._grid.addLayout(end, 0, 2)
        self._grid.setColumnStretch(1, 1)
        self._place()

    @property
    def has_two_lines(self) -> bool:
        """Whether the tools stand under the rest."""
        return self._is_low

    def keep_to_a_line(self, *, is_close: bool) -> None:
        """Give up words for the sake of the paper below, or take the lines needed."""
        if is_close != self._is_close:
            self._is_close = is_close
            self._turn()

    def minimumSizeHint(self) -> QSize:
        """Return what it needs with the tools under the rest, and signs for words.

        The width is the same whatever it shows now: what it shows follows from it.
        """
        least = super().minimumSizeHint()
        ends = self._width_of_ends() - sum(each.may_give() for each in self._buttons)
        least.setWidth(max(ends, self._tools.sizeHint().width()))
        return least

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where the room is another."""
        super().resizeEvent(event)
        self._turn()

    def event(self, event: QEvent) -> bool:
        """Turn where a part needs more than before, or less."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._turn()
        return done

    def _turn(self) -> None:
        tools = GAP + self._tools.sizeHint().width()
        over = self._width_of_ends() + tools - self.width()
        may_give = sum(each.may_give() for each in self._buttons)
        is_low = over > (may_give if self._is_close else 0)
        if is_low:
            over -= tools
        for each in self._buttons:
            each.say(says=over <= 0)
            over -= each.may_give()
        if is_low != self._is_low:
            self._is_low = is_low
            self._place()

    def _place(self) -> None:
        self._grid.removeWidget(self._tools)
        if self._is_low:
            self._grid.addWidget(self._tools, 1, 0, 1, 3)
        else:
            self._grid.addWidget(self._tools, 0, 1)

    def _width_of_ends(self) -> int:
        """Return what they need with all their words."""
        given = sum(each.given() for each in self._buttons)
        return sum(hint().width() for hint in self._ends) + GAP + given
