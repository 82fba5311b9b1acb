"""Two records beside each other, with a choice wherever they differ."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QWidget,
)

from sportsec.domain.exchange_received import TwinPair
from sportsec.domain.words import Words
from sportsec.ui.language import tr, translator, words
from sportsec.ui.pages.directory.ranges import joined
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.cards import KeyValue, text_label

#: Longer values are cut; the tool tip has all of it.
LONGEST = 120
#: How the width is shared between the field and its two values.
SHARES = (3, 4, 4)
#: Stands for what a record does not say.
NOTHING = "—"


class Side(NamedTuple):
    """What the two records say in one register; columns that move together."""

    register: str
    field: str
    first: str
    second: str


def read_sides(work: Work, pair: TwinPair) -> list[Side]:
    """Return what two records say, register by register; runs in the read lane."""
    from sportsec.i18n.field_words import field_label  # noqa: PLC0415 - lane
    from sportsec.i18n.value_words import value_words  # noqa: PLC0415 - lane
    from sportsec.queries.record_values import (  # noqa: PLC0415 - lane
        register_of,
        values_beside,
    )

    t = translator()
    found: dict[str, Side] = {}
    for column, *values in values_beside(work, pair.table, pair.first, pair.second):
        register = register_of(pair.table, column)
        first, second = (
            "" if value in {None, "", ()} else value_words(t, column, value)
            for value in values
        )
        before = found.get(register)
        if before is None:
            found[register] = Side(register, field_label(t, column), first, second)
        else:
            both = (before.first, first), (before.second, second)
            joined = (" · ".join(filter(None, parts)) for parts in both)
            found[register] = Side(register, before.field, *joined)
    return list(found.values())


def pair_text(pair: TwinPair, told: Mapping[UUID, Words]) -> str:
    """Return a pair as two lines of a list; the same name twice says more."""
    called = _called(pair, told)
    if len({name for name, _under in called}) == len(called):
        return "\n".join(name for name, _under in called)
    return "\n".join(joined(*each) for each in called)


def _called(pair: TwinPair, told: Mapping[UUID, Words]) -> list[tuple[str, str]]:
    """Return the name of each record, and what tells it apart."""
    both = ((pair.first, pair.first_label), (pair.second, pair.second_label))
    some = any(record in told for record, _name in both)
    nothing = NOTHING if some else ""
    return [
        (words(name), words(told.get(record, Words())) or nothing)
        for record, name in both
    ]


class MergeCard(QWidget):
    """The fields of a pair; those that differ first, each with its two values.

    Args:
        told: What tells the records apart, where anything does.
    """

    def __init__(
        self, pair: TwinPair, sides: list[Side], told: Mapping[UUID, Words]
    ) -> None:
        super().__init__()
        self._pair = pair
        self.choices: dict[str, tuple[QRadioButton, QRadioButton]] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        for column, share in enumerate(SHARES):
            grid.setColumnStretch(column, share)
        grid.addWidget(text_label(tr(pair.why), "caption", wrap=True), 0, 0, 1, 3)
        for at, (name, under) in enumerate(_called(pair, told), start=1):
            grid.addWidget(text_label(name, "field", wrap=True), 1, at)
            if under:
                grid.addWidget(text_label(under, "caption", wrap=True), 2, at)
        different = [each for each in sides if each.first != each.second]
        # Where one says nothing the other's value is chosen already.
        different.sort(key=lambda each: not (each.first and each.second))
        for row, side in enumerate(different, start=3):
            self._add_choice(grid, row, side)
        same = [(each.field, each.first) for each in sides if each.first == each.second]
        below = len(different) + 3
        if not different:
            text = tr("The two say the same everywhere.")
            grid.addWidget(text_label(text, "caption", wrap=True), below, 0, 1, 3)
        if same:
            title = text_label(tr("The same in both"), "field")
            grid.addWidget(title, below + 1, 0, 1, 3)
            grid.addWidget(KeyValue(same), below + 2, 0, 1, 3)

    def taken(self) -> dict[str, UUID]:
        """Return whose value stays, for each register where they differ."""
        first, second = self._pair.first, self._pair.second
        return {
            register: second if buttons[1].isChecked() else first
            for register, buttons in self.choices.items()
        }

    def _add_choice(self, grid: QGridLayout, row: int, side: Side) -> None:
        group = QButtonGroup(self)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(text_label(side.field, "field", wrap=True), row, 0, top)
        buttons = []
        for column, value in ((1, side.first), (2, side.second)):
            choice = ValueChoice(value)
            button = choice.button
            said = value or tr("Not stated")
            button.setAccessibleName(tr("{name}: {text}", name=side.field, text=said))
            group.addButton(button)
            grid.addWidget(choice, row, column, top)
            buttons.append(button)
        buttons[1 if side.second and not side.first else 0].setChecked(True)
        self.choices[side.register] = (buttons[0], buttons[1])


class ValueChoice(QWidget):
    """One of two values, to be chosen; a long one wraps, which buttons of Qt do not."""

    def __init__(self, value: str) -> None:
        super().__init__()
        self.button = QRadioButton()
        shown = value if len(value) <= LONGEST else f"{value[:LONGEST]}…"
        text = text_label(shown.replace("\n", " ") or NOTHING, wrap=True)
        self.setToolTip(value)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)  # the button leaves room for the text that it does not have
        box.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        box.addWidget(text, 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the value: its text is part of the button."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.button.setFocus(Qt.FocusReason.MouseFocusReason)
            self.button.click()
