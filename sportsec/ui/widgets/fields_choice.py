"""Choosing: one of a list, several tags, or a record found by typing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from typing import Any, NamedTuple
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QListView,
    QWidget,
)

from sportsec.ui.icons import icon
from sportsec.ui.language import isolate, label, tr
from sportsec.ui.tasks import Runner, Work
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.cards import start
from sportsec.ui.widgets.field import Field
from sportsec.ui.widgets.flow import FlowLayout
from sportsec.ui.widgets.out_of_way import OutOfWay
from sportsec.ui.widgets.passing_click import PassingClick
from sportsec.ui.widgets.search_line import SearchLine
from sportsec.ui.widgets.steady_combo import SteadyCombo

PAUSE_MS = 150
#: What is offered may be wider than the field, up to this, with the edge of the list.
WIDEST, EDGE = 560, 40
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class ChoiceField(Field):
    """One of a few things.

    Args:
        choices: Pairs of value and text, in order.
        none: Text of "not chosen" (then None is a value); "" leaves it out.
    """

    def __init__(self, choices: Iterable[tuple[Any, str]], *, none: str = "") -> None:
        super().__init__()
        self.combo = SteadyCombo()
        self.combo.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.combo.setMinimumContentsLength(14)
        self._values: list[Any] = []
        self.offer(choices, none=none)
        self.combo.activated.connect(lambda _at: self.changed.emit())
        self.box.addWidget(self.combo, 1)

    def offer(self, choices: Iterable[tuple[Any, str]], *, none: str = "") -> None:
        """Offer other things; what was chosen stays chosen if it is among them."""
        before = self.value()
        pairs = [(None, none)] if none else []
        pairs += list(choices)
        self.combo.clear()
        self._values = [value for value, _ in pairs]
        self.combo.addItems([text for _, text in pairs])
        self.set_value(before)

    def value(self) -> Any:
        """Return what is chosen; None when nothing is."""
        at = self.combo.currentIndex()
        return self._values[at] if 0 <= at < len(self._values) else None

    def offered(self) -> Sequence[Any]:
        """Return the values to choose from."""
        return self._values

    def set_value(self, value: Any) -> None:
        """Choose; something that is not offered chooses nothing."""
        at = self._values.index(value) if value in self._values else -1
        self.combo.setCurrentIndex(at)

    def inputs(self) -> Sequence[QWidget]:
        """Return the combo box."""
        return (self.combo,)


class EnumField(ChoiceField):
    """A member of a domain enumeration, in the words of the screen.

    Args:
        kind: The enumeration.
        none: Text of "not chosen"; "" when one must be chosen.
        only: Offers these members alone.
    """

    def __init__(
        self, kind: type[Enum], *, none: str = "", only: Iterable[Enum] = ()
    ) -> None:
        members = list(only) or list(kind)
        super().__init__([(one, label(one)) for one in members], none=none)


class TagsField(Field):
    """Any number of a few things; a tuple in the order offered.

    Args:
        choices: Pairs of value and text.
    """

    def __init__(self, choices: Iterable[tuple[Any, str]]) -> None:
        super().__init__()
        flow = FlowLayout()
        self.checks: list[tuple[Any, QCheckBox]] = []
        for value, text in choices:
            check = QCheckBox(text)
            check.setAccessibleName(text)
            check.clicked.connect(lambda _on: self.changed.emit())
            self.checks.append((value, check))
            flow.addWidget(check)
        self.box.addLayout(flow, 1)

    def value(self) -> tuple[Any, ...]:
        """Return what is ticked."""
        return tuple(value for value, check in self.checks if check.isChecked())

    def set_value(self, value: Any) -> None:
        """Tick these; None ticks nothing."""
        wanted = set(value or ())
        for one, check in self.checks:
            check.setChecked(one in wanted)

    def inputs(self) -> Sequence[QWidget]:
        """Return the boxes."""
        return tuple(check for _, check in self.checks)


def _popup() -> QListView:
    view = QListView()
    view.setProperty("role", "popup")
    return view


#: Finds records for what was typed: (work, text) -> [(id, name), …]; what tells one
#: from its namesakes may stand third.
Find = Callable[[Work, str], Sequence[tuple[UUID, str] | tuple[UUID, str, str]]]


class Offered(NamedTuple):
    """One line of what is offered; without an id it makes a new record."""

    id: UUID | None
    name: str
    beside: str = ""


class OffersModel(QAbstractListModel):
    """What a record field offers: a name to take, and what tells it from others."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.offers: list[Offered] = []

    def show(self, offers: list[Offered]) -> None:
        """Offer other records."""
        self.beginResetModel()
        self.offers = offers
        self.endResetModel()

    def rowCount(self, _parent: Index = NOWHERE) -> int:
        """Return how many are offered."""
        return len(self.offers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the line, or the name that is written into the field."""
        offer = self.offers[index.row()]
        if role == Qt.ItemDataRole.EditRole:
            return offer.name
        if role == Qt.ItemDataRole.DecorationRole and offer.id is None:
            return icon("plus", "accent")
        if role == Qt.ItemDataRole.DisplayRole:
            return _line(offer)
        return None


def _line(offer: Offered) -> str:
    if offer.id is None:
        return tr("{name}: {text}", name=offer.beside, text=isolate(offer.name))
    return f"{offer.name}   {offer.beside}" if offer.beside else offer.name


class RecordField(Field):
    """A record found by typing; its id (`UUID`), or None.

    Args:
        find: Asked in the read lane; with "" it returns the most likely ones.
        name_of: Returns what is shown for an id, when a draft is loaded.
    """

    def __init__(
        self,
        runner: Runner,
        find: Find,
        name_of: Callable[[Work, UUID], str],
        placeholder: str = "",
    ) -> None:
        super().__init__()
        self._runner = runner
        self._find = find
        self._name_of = name_of
        self._create: Callable[[str], object] | None = None
        self._create_text = ""
        self._id: UUID | None = None
        self.line = SearchLine()
        self.line.textChanged.connect(self.line.setToolTip)  # it may be longer
        self.line.setAlignment(start())
        self.line.setPlaceholderText(placeholder or tr("Type to search"))
        self.offers = OffersModel(self)
        self.completer = QCompleter(self.offers, self)
        self.completer.setCompletionRole(Qt.ItemDataRole.EditRole)
        self.completer.setCompletionMode(
            QCompleter.CompletionMode.UnfilteredPopupCompletion
        )
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.popup = _popup()
        self.completer.setPopup(self.popup)
        self.line.setCompleter(self.completer)
        PassingClick(self.completer, self)
        OutOfWay(self.popup, self.line)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.line.textEdited.connect(self._edited)
        self.line.editingFinished.connect(self._leave)
        by_index = self.completer.activated[QModelIndex]  # type: ignore[index]  # one of two
        by_index.connect(lambda index: self.take(index.row()))
        self.box.addWidget(self.line, 1)

    def offer_new(self, create: Callable[[str], object], text: str) -> None:
        """Offer on the last line to make a new record of what was typed.

        Args:
            text: What the line says before that.
        """
        self._create, self._create_text = create, text

    def value(self) -> UUID | None:
        """Return the id chosen."""
        return self._id

    def set_value(self, value: Any) -> None:
        """Show a record by its id; its name comes from the read lane."""
        self._id = value
        if value is None:
            self.line.clear()
            return

        def show(name: str) -> None:
            if self._id == value:  # else the officer has typed since
                self._show(name)

        self._runner.read(self, "name", lambda work: self._name_of(work, value), show)

    def show_record(self, identity: UUID, name: str) -> None:
        """Show a record whose name is known already."""
        self._id = identity
        self._show(name)

    def _show(self, name: str) -> None:
        self.line.setText(name)
        self.line.home(False)  # a long name shows how it begins

    def inputs(self) -> Sequence[QWidget]:
        """Return the line."""
        return (self.line,)

    def complaint(self) -> str:
        """Say why the text is not taken."""
        if self.line.text().strip() and self._id is None:
            return tr("Choose one from the list")
        return ""

    def is_choosing(self) -> bool:
        """Say whether the officer still types towards one of those offered."""
        return self.line.hasFocus() and bool(self.complaint())

    def _leave(self) -> None:
        if self.complaint():
            self.left.emit()

    def _edited(self, _text: str) -> None:
        self._id = None
        self._pause.start()
        self.changed.emit()

    def _ask(self) -> None:
        text = self.line.text().strip()
        self._runner.read(
            self, "find", lambda work: self._find(work, text), self._offer
        )

    def _offer(self, found: Sequence[tuple[UUID, str] | tuple[UUID, str, str]]) -> None:
        offers = [Offered(*each) for each in found]
        typed = self.line.text().strip()
        if self._create is not None and typed:
            offers.append(Offered(None, typed, self._create_text))
        self.offers.show(offers)
        if not offers:
            self.popup.hide()  # else it stays as an empty box over the fields below
        elif self.line.hasFocus():
            self.popup.setMinimumWidth(
                min(self.popup.sizeHintForColumn(0), scaled(WIDEST)) + EDGE
            )
            self.completer.complete()
            # Qt goes to the line that reads as was typed: that of the new record.
            self.popup.scrollToTop()
            self._stand_at(0 if typed else -1)

    def _stand_at(self, line: int) -> None:
        """Let Enter take one of the lines offered; -1 lets it take none."""
        at = self.completer.completionModel().index(line, 0)
        mark = QItemSelectionModel.SelectionFlag.NoUpdate
        self.popup.selectionModel().setCurrentIndex(at, mark)

    def take(self, at: int) -> None:
        """Choose one of those offered, or make the new one that is offered last."""
        chosen = self.offers.offers[at]
        self._show(chosen.name)
        if chosen.id is None:
            if self._create is not None:
                self._create(chosen.name)
            return
        self._id = chosen.id
        self.changed.emit()
