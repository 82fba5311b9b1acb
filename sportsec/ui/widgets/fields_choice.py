"""Choosing: one of a list, several tags, or a record found by typing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from typing import Any
from uuid import UUID

from PySide6.QtCore import QStringListModel, Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QLineEdit,
    QListView,
    QWidget,
)

from sportsec.ui.icons import icon
from sportsec.ui.language import label, tr
from sportsec.ui.tasks import Runner, Work
from sportsec.ui.widgets.cards import start
from sportsec.ui.widgets.field import Field
from sportsec.ui.widgets.flow import FlowLayout

PAUSE_MS = 150


class ChoiceField(Field):
    """One of a few things.

    Args:
        choices: Pairs of value and text, in order.
        none: Text of "not chosen" (then None is a value); "" leaves it out.
    """

    def __init__(self, choices: Iterable[tuple[Any, str]], *, none: str = "") -> None:
        super().__init__()
        self.combo = QComboBox()
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


#: Finds records for what was typed: (work, text) -> [(id, what is shown), …].
Find = Callable[[Work, str], Sequence[tuple[UUID, str]]]


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
        self._id: UUID | None = None
        self._found: dict[str, UUID] = {}
        self.line = QLineEdit()
        self.line.setAlignment(start())
        self.line.setPlaceholderText(placeholder or tr("Type to search"))
        self.line.setClearButtonEnabled(True)
        self.line.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._names = QStringListModel(self)
        self.completer = QCompleter(self._names, self)
        self.completer.setCompletionMode(
            QCompleter.CompletionMode.UnfilteredPopupCompletion
        )
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completer.setPopup(_popup())
        self.line.setCompleter(self.completer)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.line.textEdited.connect(self._edited)
        self.completer.activated.connect(self._taken)
        self.box.addWidget(self.line, 1)

    def value(self) -> UUID | None:
        """Return the id chosen."""
        return self._id

    def set_value(self, value: Any) -> None:
        """Show a record by its id; its name comes from the read lane."""
        self._id = value
        if value is None:
            self.line.clear()
            return
        self._runner.read(
            self, "name", lambda work: self._name_of(work, value), self.line.setText
        )

    def show_record(self, identity: UUID, name: str) -> None:
        """Show a record whose name is known already."""
        self._id = identity
        self.line.setText(name)

    def inputs(self) -> Sequence[QWidget]:
        """Return the line."""
        return (self.line,)

    def complaint(self) -> str:
        """Say why the text is not taken."""
        if self.line.text().strip() and self._id is None:
            return tr("Choose one from the list.")
        return ""

    def _edited(self, _text: str) -> None:
        self._id = None
        self._pause.start()
        self.changed.emit()

    def _ask(self) -> None:
        text = self.line.text().strip()
        self._runner.read(
            self, "find", lambda work: self._find(work, text), self._offer
        )

    def _offer(self, found: Sequence[tuple[UUID, str]]) -> None:
        self._found = {name: identity for identity, name in found}
        self._names.setStringList(list(self._found))
        if self.line.hasFocus() and found:
            self.completer.complete()

    def _taken(self, name: str) -> None:
        self._id = self._found.get(name)
        self.line.setText(name)
        self.changed.emit()
