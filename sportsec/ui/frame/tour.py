"""A walk through the window: what is where, told beside the thing itself.

The texts lie in `resources/help/<language>/tour.md`, a section for each step. Nothing
is locked meanwhile: the officer may press what he is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sportsec.ui.desk import Go
from sportsec.ui.help_window import help_text
from sportsec.ui.language import is_rtl, tr, translator
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.cards import text_label

WIDTH = 380
GAP = 12
#: How far the frame stands off what it shows.
ROUND = 3


@dataclass(frozen=True, slots=True)
class Step:
    """One stop of the walk.

    Args:
        page: Which is opened.
        shows: What is framed: "page" or a name that the window knows.
        tab: Of the match file.
    """

    page: str
    shows: str = "page"
    tab: str = ""


STEPS = (
    Step("home"),
    Step("home", "rail"),
    Step("agenda"),
    Step("intake"),
    Step("match", tab="overview"),
    Step("match", tab="tasks"),
    Step("match", tab="liaison"),
    Step("match", tab="risk"),
    Step("match", tab="deployment"),
    Step("match", tab="briefing"),
    Step("liaison"),
    Step("contacts"),
    Step("home", "search"),
    Step("history"),
    Step("exchange"),
    Step("home", "menu"),
)


def told(language: str) -> list[tuple[str, str]]:
    """Return the heading and the text of each step."""
    sections = help_text("tour", language).split("\n## ")[1:]
    parts = (section.partition("\n") for section in sections)
    return [(title.strip(), text.strip()) for title, _, text in parts]


class Tour(QObject):
    """Leads from stop to stop.

    Args:
        window: Everything happens over it.
        go: Opens pages.
        find: Returns what a step frames; None where that is not on view.
    """

    def __init__(
        self, window: QWidget, go: Go, find: Callable[[str], QWidget | None]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._go = go
        self._find = find
        self._match: UUID | None = None
        self._stops: Sequence[tuple[Step, tuple[str, str]]] = ()
        self._at = 0
        self.frame = _Frame(window)
        self.card = _Card(window)
        self.card.back.clicked.connect(lambda _on: self._show(self._at - 1))
        self.card.next.clicked.connect(lambda _on: self._show(self._at + 1))
        self.card.leave.clicked.connect(lambda _on: self.end())
        window.installEventFilter(self)

    def start(self, match: UUID | None, *, is_sample: bool = False) -> None:
        """Begin at the first stop.

        Args:
            match: Whose file is shown; without one its stops are left out.
            is_sample: Whether the record holds the sample season.
        """
        self._match = match
        texts = told(translator().language)
        if is_sample:
            title, text = texts[-1]
            invented = tr("The season that you see is invented: try everything.")
            texts[-1] = title, f"{text} {invented}"
        stops = zip(STEPS, texts, strict=True)
        self._stops = [
            stop for stop in stops if match is not None or stop[0].page != "match"
        ]
        self._show(0)

    def end(self) -> None:
        """Put everything away; the page on view stays."""
        self.frame.hide()
        self.card.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window when it changes size."""
        if event.type() == QEvent.Type.Resize and self.card.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _show(self, at: int) -> None:
        if not 0 <= at < len(self._stops):
            self.end()
            return
        self._at = at
        step, (title, text) = self._stops[at]
        target = (self._match, step.tab) if step.page == "match" else None
        self._go(step.page, target)
        self.card.tell(title, text, at, len(self._stops))
        self._place()
        self.card.show()
        self.card.raise_()
        self.card.next.setFocus()

    def _place(self) -> None:
        shown = self._find(self._stops[self._at][0].shows)
        inner = self._window.rect().adjusted(GAP, GAP, -GAP, -GAP)
        size = self.card.fitting()
        self.frame.setVisible(shown is not None)
        framed = inner
        if shown is not None:
            corner = shown.mapTo(self._window, QPoint(0, 0))
            framed = QRect(corner, shown.size())
            around = framed.adjusted(-ROUND, -ROUND, ROUND, ROUND)
            self.frame.setGeometry(around & self._window.rect())
            self.frame.raise_()
        self.card.setGeometry(QRect(_beside(framed, size, inner), size))
        self.card.raise_()


class _Frame(QFrame):
    """A line round what is spoken of; the mouse goes through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("role", "spotlight")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()


class _Card(QFrame):
    """What is said at a stop, and the way on."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("role", "tour")
        self.count = text_label("", "caption")
        self.title = text_label("", "section", wrap=True)
        self.text = text_label("", wrap=True)
        self.leave = QPushButton(tr("End the tour"))
        self.back = QPushButton(tr("Back"))
        self.next = QPushButton()
        self.next.setProperty("primary", True)
        self.next.setAutoDefault(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.next)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(8)
        for part in (self.count, self.title, self.text):
            box.addWidget(part)
        box.addSpacing(8)
        box.addLayout(buttons)
        self.hide()

    def tell(self, title: str, text: str, at: int, count: int) -> None:
        """Say what a stop is about, and which of all it is."""
        self.title.setText(title)
        self.text.setText(text)
        self.count.setText(tr("Step {step} of {steps}", step=at + 1, steps=count))
        self.back.setVisible(at > 0)
        is_last = at == count - 1
        self.next.setText(tr("Done") if is_last else tr("Next"))
        self.leave.setVisible(not is_last)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    def fitting(self) -> QSize:
        """Return the size that its words need."""
        width = max(scaled(WIDTH), self.minimumSizeHint().width())
        layout = self.layout()
        height = layout.heightForWidth(width) if layout is not None else 0
        return QSize(width, max(height, self.minimumSizeHint().height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave.click()
        else:
            super().keyPressEvent(event)


def _beside(framed: QRect, size: QSize, inner: QRect) -> QPoint:
    """Return where a card of a size stands: beside what is framed, else within it."""
    after = framed.left() - GAP - size.width() if is_rtl() else framed.right() + GAP
    before = framed.right() + GAP if is_rtl() else framed.left() - GAP - size.width()
    top = max(inner.top(), min(framed.top(), inner.bottom() - size.height()))
    start = framed.right() - size.width() + 1 if is_rtl() else framed.left()
    side = max(inner.left(), min(start, inner.right() - size.width()))
    places = (
        QPoint(after, top),
        QPoint(before, top),
        QPoint(side, framed.bottom() + GAP),
        QPoint(side, framed.top() - GAP - size.height()),
    )
    for place in places:
        if inner.contains(QRect(place, size)):
            return place
    end = framed.left() + GAP if is_rtl() else framed.right() - GAP - size.width()
    return QPoint(end, framed.bottom() - GAP - size.height())
