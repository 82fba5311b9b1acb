"""Parts of a page that is larger than its window: scrolled to where one works."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QObject,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSlider,
    QFrame,
    QScrollArea,
    QStyle,
    QWidget,
)

_EDGE = 8  # left free above and below
_FILLED_MS = 1500  # by then all parts of a page have their answers
_STEPS = QAbstractSlider.SliderAction
#: Keys that scroll by a window, and what they do.
_PAGING: dict[int, QAbstractSlider.SliderAction] = {
    Qt.Key.Key_PageUp: _STEPS.SliderPageStepSub,
    Qt.Key.Key_PageDown: _STEPS.SliderPageStepAdd,
}


class WholeScroll(QScrollArea):
    """Gives what is in it all the room there is, and never less than it needs.

    Qt would give it the height that it likes best, and scroll what would fit.
    """

    def __init__(self, body: QWidget) -> None:
        super().__init__()
        body.setProperty("role", "plain")
        self._body = body
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(body)
        body.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow a body whose parts have become larger or smaller."""
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the window."""
        super().resizeEvent(event)
        self.fit()

    def sizeHint(self) -> QSize:
        """Return what the body would like."""
        return self._body.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return next to nothing: the rest is scrolled."""
        return QSize(100, 100)

    def fit(self) -> None:
        """Give what is in it the room that it needs now."""
        room = self.maximumViewportSize()
        least = self._needed(room.width())
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        if least.height() > room.height():
            room.setWidth(room.width() - bar)
            least = self._needed(room.width())
        if least.width() > room.width():
            room.setHeight(room.height() - bar)
        self._tell(room)
        self._body.resize(room.expandedTo(least))

    def _tell(self, room: QSize) -> None:
        """Tell the body in how much room it is seen, before it follows."""

    def _needed(self, width: int) -> QSize:
        """Return what the body needs at least when it is `width` wide."""
        least = self._body.minimumSizeHint()
        layout = self._body.layout()
        if layout is not None and layout.hasHeightForWidth():
            at = max(width, least.width())
            least.setHeight(max(least.height(), layout.totalMinimumHeightForWidth(at)))
        return least


class PartScroll(QScrollArea):
    """Scrolls one part of a page, or shows all of it and leaves that to the page.

    Two scroll bars inside each other are hard to use: the part has its own only where
    it stands beside another.

    Args:
        least: Its height at least where it scrolls, in pixels.
    """

    def __init__(self, body: QWidget, least: int = 0) -> None:
        super().__init__()
        body.setProperty("role", "plain")
        self._body = body
        self._least = least
        self._shows_all = False
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.verticalScrollBar().rangeChanged.connect(lambda *_: self._follow())
        body.installEventFilter(self)

    def show_all(self, *, shows_all: bool) -> None:
        """Be as high as the body, or scroll it."""
        self._shows_all = shows_all
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if shows_all else policy.ScrollBarAsNeeded
        )
        focus = Qt.FocusPolicy
        self.setFocusPolicy(focus.NoFocus if shows_all else focus.StrongFocus)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Return the height of the body where all of it is shown."""
        least = super().minimumSizeHint()
        if self._shows_all:
            least.setHeight(self._body_height())
        return least.expandedTo(QSize(0, self._least))

    def sizeHint(self) -> QSize:
        """Return what it likes."""
        return super().sizeHint().expandedTo(self.minimumSizeHint())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow a body that has become higher or lower."""
        kinds = {QEvent.Type.LayoutRequest, QEvent.Type.Resize}
        if watched is self._body and self._shows_all and event.type() in kinds:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        """Be as high as the body became after this was laid out."""
        if self._shows_all:
            self.updateGeometry()

    def _body_height(self) -> int:
        layout = self._body.layout()
        least = self._body.minimumSizeHint().height()
        if layout is None or not layout.hasHeightForWidth():
            return least
        return max(least, layout.totalHeightForWidth(self.width()))  # as Qt makes it


def tell_around(widget: QWidget) -> None:
    """Let what a widget lies in know at once that it needs another room.

    Qt tells one part around it in each round of events. Who asks before the last round
    what a page needs hears what it needed before, and may decide on that.
    """
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around.updateGeometry()
        around = around.parentWidget()


def lay_out_around(widget: QWidget) -> None:
    """Give a widget and what it lies in their heights now, not in the rounds to come.

    What is scrolled to a place before would end where the page was shorter yet.
    """
    around = widget.parentWidget()
    while around is not None:  # each round tells the next part around it
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        around = around.parentWidget()
    for area, _page in _areas_around(widget):
        if isinstance(area, WholeScroll):
            area.fit()


def show_within(widget: QWidget, place: QRect) -> None:
    """Scroll what the widget lies in up or down, as far as a place in it needs."""
    for area, page in _areas_around(widget):
        middle = widget.mapTo(page, place.center())
        area.ensureVisible(-page.x(), middle.y(), 0, place.height() // 2 + _EDGE)


def show_from_top(widget: QWidget) -> None:
    """Scroll what the widget lies in so that it begins at the top of the window."""
    for area, page in _areas_around(widget):
        area.verticalScrollBar().setValue(widget.mapTo(page, QPoint(0, 0)).y() - _EDGE)


@contextmanager
def held_still(widget: QWidget) -> Iterator[None]:
    """Leave what the widget lies in scrolled as it is while parts of it are replaced.

    From a part with the keys that goes Qt leads them on to another, and scrolls there.
    """
    bars = [area.verticalScrollBar() for area, _page in _areas_around(widget)]
    values = [bar.value() for bar in bars]
    yield
    for bar, value in zip(bars, values, strict=True):
        bar.setValue(value)


class KeptAtTop(QObject):
    """Keeps a part of a page at the top of its window while parts above it are filled.

    Each of them asks for what it shows by itself, and grows when the answer comes.
    """

    def __init__(self, part: QWidget) -> None:
        super().__init__(part)
        self._part = part
        around = part.parentWidget()
        if around is not None:
            around.installEventFilter(self)
        self._show()
        QTimer.singleShot(_FILLED_MS, self, self.deleteLater)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Scroll again when what it lies in has grown."""
        if event.type() == QEvent.Type.Resize:
            self._show()
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        part = self._part
        QTimer.singleShot(0, part, lambda: show_from_top(part))  # once laid out


def page_through(part: QWidget | None, event: QKeyEvent) -> bool:
    """Let a key scroll what is larger than its window in a part of a page.

    Returns:
        Whether the key does so, and there is such a thing.
    """
    step = _PAGING.get(event.key())
    is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if part is None or step is None or not is_plain:
        return False
    inside = filter(QWidget.isVisible, part.findChildren(QAbstractScrollArea))
    around = (part,) if isinstance(part, QAbstractScrollArea) else ()
    bars = (area.verticalScrollBar() for area in (*around, *inside))
    bar = next((bar for bar in bars if bar.maximum() > bar.minimum()), None)
    if bar is not None:
        bar.triggerAction(step)
    return bar is not None


def _areas_around(widget: QWidget) -> Iterator[tuple[QScrollArea, QWidget]]:
    """Yield what scrolls the widget in its window, not what lies behind a dialog."""
    around = None if widget.isWindow() else widget.parentWidget()
    while around is not None:
        page = around.widget() if isinstance(around, QScrollArea) else None
        if isinstance(around, QScrollArea) and page is not None:
            yield around, page
        around = None if around.isWindow() else around.parentWidget()
