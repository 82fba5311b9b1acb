"""What every page is: a title, room for buttons, a body that reloads itself.

class ClubsPage(Page):
    cares = frozenset({"club", "venue"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Clubs"))
        self.buttons.addWidget(self.new_button)
        self.body.addWidget(self.table)

    def reload(self) -> None: ...
    def show_target(self, target: object) -> None: ...   # desk.go("clubs", club_id)
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QLayoutItem,
    QPushButton,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
    QWidgetItem,
)

from sportsec.ui.desk import Desk
from sportsec.ui.keys import HeardButton
from sportsec.ui.widgets.buttons import IconButton
from sportsec.ui.widgets.cards import text_label
from sportsec.ui.widgets.laid_out import laid_out

#: At the sides of a page; above and below it; between its title row and its body.
MARGIN, EDGE, GAP = 24, 18, 16
#: Between a title and its subtitle.
_UNDER = 2
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Page(QWidget):
    """Base of all pages. It reloads when shown first and when its tables change.

    Attributes:
        cares: Names of the tables whose change makes it reload.
        header: Title row; `buttons` is its end, for buttons.
        body: Where the page puts its widgets.

    Args:
        scrolls: The body is one scroll area, which runs down to the status bar.
    """

    cares: ClassVar[frozenset[str]] = frozenset()
    title_changed = Signal(str)

    def __init__(
        self, desk: Desk, title: str, subtitle: str = "", *, scrolls: bool = False
    ) -> None:
        super().__init__()
        self.desk = desk
        #: In how much room it is seen, and how wide that is without scroll bars; what
        #: it lies in says so. A page is larger than that where it needs more.
        self.room: QSize | None = None
        self.most_width: int | None = None
        self._stale = True
        self._title = text_label(title, "title")
        self._subtitle = text_label(subtitle, "subtitle")
        self._subtitle.setHidden(not subtitle)
        self._words = QVBoxLayout()
        self._words.setSpacing(_UNDER)
        self._words.addWidget(self._title)
        self._words.addWidget(self._subtitle)
        self._title_place = self._words
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.header = QHBoxLayout()
        self.header.addLayout(self._words, 1)
        self.header.addLayout(self.buttons)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        box = QVBoxLayout(self)
        box.setContentsMargins(MARGIN, EDGE, MARGIN, 0 if scrolls else EDGE)
        box.setSpacing(GAP)
        box.addLayout(self.header)
        box.addLayout(self.body, 1)
        desk.runner.changed.connect(self._on_changed)

    # ---- for pages to fill in

    def reload(self) -> None:
        """Ask again for everything shown."""

    def show_target(self, target: object) -> None:
        """Show what `desk.go(key, target)` named: usually the id of a record."""

    def begin_new(self, table: str) -> None:
        """Open the form of a new record of a table, if this page makes them."""

    def may_leave(self) -> bool:
        """Say whether nothing would be lost by leaving; ask the officer if so."""
        return True

    def may_close(self) -> bool:
        """Say whether the page may be gone; ask the officer if something would be lost.

        It is asked before the program ends or its pages are made anew in another
        language; what it guards goes on while other pages are on view.
        """
        return True

    def succeed(self, old: Page) -> None:
        """Take over what the same page in another language showed and no target says.

        Args:
            old: Is on view yet, and about to be gone.
        """

    # ---- for pages to use

    @property
    def title(self) -> str:
        """The title as it stands."""
        return self._title.text()

    @property
    def main(self) -> QLayoutItem | None:
        """What the page is for: the part that grows with the window."""
        parts = laid_out(self.body)
        at = max(parts, key=self.body.stretch, default=None)
        if at is None or not self.body.stretch(at):
            return None
        part = parts[at]
        return QWidgetItem(part) if isinstance(part, QWidget) else part

    def set_title(self, title: str, subtitle: str = "") -> None:
        """Show another title, such as the match on view."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._subtitle.setHidden(not subtitle)
        self.title_changed.emit(title)

    def place_title(self, place: QVBoxLayout | None) -> None:
        """Let the title be scrolled with the body; the buttons stay on view.

        Args:
            place: Where it stands in the body; None for the title row.
        """
        if (new := place or self._words) is self._title_place:
            return
        self._title_place = new
        new.setSpacing(_UNDER)
        for part in (self._title, self._subtitle):
            new.addWidget(part)
        self._fit_title()

    def add_button(
        self,
        text: str,
        act: Callable[[], object],
        icon_name: str = "",
        *,
        primary: bool = False,
        keys: str = "",
    ) -> QPushButton:
        """Add a button to the title row and return it.

        Args:
            keys: Name in `keys.HERE` of what the button does, to do it by keys too.
        """
        ink = "accent_ink" if primary else "soft"
        button = IconButton(icon_name, text, ink) if icon_name else QPushButton(text)
        if primary:
            button.setProperty("primary", True)
        button.clicked.connect(lambda _on: act())
        if keys:
            HeardButton(self, button, keys, text)
        self.buttons.addWidget(button)
        return button

    # ---- for the window

    def take_focus(self, before: QWidget | None) -> None:
        """Take the keys to where the page is worked on.

        That is where they were when it was left; else its list, its tabs, or the
        first thing that hears keys.

        Args:
            before: What had the focus on the page when it was on view last.
        """
        focused = QApplication.focusWidget()
        if before is not None and self._hears_keys(before):
            if focused is not before:
                before.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        for kind in (QAbstractItemView, QTabBar, QWidget):
            for widget in self.findChildren(kind):
                if self._hears_keys(widget):
                    widget.setFocus(Qt.FocusReason.OtherFocusReason)
                    return

    def _hears_keys(self, widget: QWidget) -> bool:
        return (
            widget.isVisible()
            and widget.isEnabled()
            and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
            and self.buttons.indexOf(widget) < 0
        )

    # ---- inside

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the title the room there is."""
        super().resizeEvent(event)
        self._fit_title()

    def event(self, event: QEvent) -> bool:
        """Follow buttons that come, go, or say something else."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit_title()
        return done

    def _fit_title(self) -> None:
        """Let the buttons stand under words that have no room beside them.

        So do those of a title that would be broken small: two clubs, in large text.
        """
        words = [each for each in (self._title, self._subtitle) if not each.isHidden()]
        seen = self.room or self.size()  # wider than it the page would be scrolled
        room = min(self.width(), seen.width()) - 2 * MARGIN
        size = self.buttons.sizeHint()
        beside = room - size.width() - self.header.spacing()
        lower = self._title.heightForWidth(room) + self.header.spacing() + size.height()
        is_under = self._title_place is self._words and (
            any(beside < each.minimumSizeHint().width() for each in words)
            or self._title.heightForWidth(beside) > lower
        )
        ways = QBoxLayout.Direction
        way = ways.TopToBottom if is_under else ways.LeftToRight
        if way is not self.header.direction():
            self.header.setDirection(way)
            start = Qt.AlignmentFlag.AlignLeading
            self.header.setAlignment(
                self.buttons, start if is_under else Qt.AlignmentFlag(0)
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the keys; Qt knows the space bar only."""
        button = QApplication.focusWidget()
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() not in _ENTER or not is_plain or button is None:
            super().keyPressEvent(event)
        elif isinstance(button, QToolButton) and button.menu() is not None:
            button.showMenu()
        elif isinstance(button, QPushButton | QToolButton):
            button.click()
        else:
            super().keyPressEvent(event)

    def _on_changed(self, touched: frozenset[str]) -> None:
        if not touched & self.cares:
            return
        if self.isVisible():
            self.reload()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Ask when it comes into view, if something changed meanwhile."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.reload()
