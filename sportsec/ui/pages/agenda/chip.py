"""A filter as a chip: says what is chosen, opens a short list to tick values in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sportsec.ui.icons import icon
from sportsec.ui.language import is_rtl, tr, tr_count
from sportsec.ui.pages.agenda.chip_list import ChipList, Pairs
from sportsec.ui.tasks import Runner, Work
from sportsec.ui.widgets.buttons import IconButton, sign_button

#: Asked for what was typed: pairs of value and text.
Find = Callable[[Work, str], Sequence[tuple[Any, str]]]


class FilterChip(QWidget):
    """One filter, which lets any of the values chosen through.

    Signals:
        changed: Others are chosen now, as a tuple.

    Attributes:
        chosen: The values and what they are called, in the order they were chosen.

    Args:
        title: What is filtered, such as "Club".
        find: Asked in the read lane each time the list opens or a letter is typed.
        searched: Whether the list has a search field of its own.
    """

    changed = Signal(object)

    def __init__(
        self, runner: Runner, title: str, find: Find, *, searched: bool = False
    ) -> None:
        super().__init__()
        self._runner = runner
        self._title = title
        self._find = find
        self.chosen: dict[Any, str] = {}
        self.button = IconButton("down")
        self.button.setCheckable(True)
        self.button.setProperty("choice", True)
        self.button.clicked.connect(lambda _on: self.open_list())
        clear = tr("Remove the filter {name}", name=title)
        self.clear_button = sign_button("close", clear, self._clear)
        self.popup = ChipList(self, title, searched=searched)
        self.popup.ticked.connect(self._tick)
        self.popup.asked.connect(self._ask)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(self.button)
        box.addWidget(self.clear_button)
        self._show()

    @property
    def values(self) -> tuple[Any, ...]:
        """The values chosen."""
        return tuple(self.chosen)

    def choose(self, pairs: Iterable[tuple[Any, str]]) -> None:
        """Take values with what they are called; none takes the filter away."""
        before = self.values
        self.recall(pairs)
        if self.values != before:
            self.changed.emit(self.values)

    def recall(self, pairs: Iterable[tuple[Any, str]]) -> None:
        """Show values that were chosen before, without telling anybody."""
        self.chosen = dict(pairs)
        self._show()

    def open_list(self) -> None:
        """Show what can be chosen, below the chip."""
        self.button.setChecked(bool(self.chosen))
        corner = self.rect().bottomRight() if is_rtl() else self.rect().bottomLeft()
        self.popup.open_at(self.mapToGlobal(corner + QPoint(0, 4)))
        self._ask("")

    # ---- inside

    def _ask(self, text: str) -> None:
        self._runner.read(
            *(self, "find", lambda work: self._find(work, text)),
            lambda pairs: self._offer(pairs, text),
        )

    def _offer(self, pairs: Pairs, text: str) -> None:
        """Offer what was found; above it, what is chosen and was not even sought."""
        found = {value for value, _text in pairs}
        others = [] if text else [p for p in self.chosen.items() if p[0] not in found]
        self.popup.offer([*others, *pairs], self.values)

    def _tick(self, value: Any, text: str, on: bool) -> None:  # noqa: FBT001 - a signal
        others = [pair for pair in self.chosen.items() if pair[0] != value]
        self.choose([*others, (value, text)] if on else others)

    def _clear(self) -> None:
        self.choose(())
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def said(self) -> str:
        """What is filtered, and by which values."""
        return self._named(("، " if is_rtl() else ", ").join(self.chosen.values()))

    def _show(self) -> None:
        texts = list(self.chosen.values())
        count = len(texts)
        whole = self.said
        several = tr_count("{n} chosen", "{n} chosen", count)
        self.button.setText(self._named(several) if count > 1 else whole)
        self.button.setAccessibleName(whole)
        self.button.setToolTip(whole if count > 1 else "")
        self.button.setIcon(icon("filter" if texts else "down"))
        self.button.setChecked(bool(texts))
        self.clear_button.setVisible(bool(texts))

    def _named(self, said: str) -> str:
        title = self._title
        return tr("{name}: {text}", name=title, text=said) if said else title
