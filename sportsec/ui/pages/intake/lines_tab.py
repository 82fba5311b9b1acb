"""The fourth tab of an intake: every line of the file, and what would become of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sportsec.domain.intake.comparison_words import SWAPPED, asks_if_same
from sportsec.domain.intake.preview import IntakeLine, IntakePreview, LineKey
from sportsec.domain.intake.programme import Outcome
from sportsec.ui.desk import Desk
from sportsec.ui.icons import icon
from sportsec.ui.language import tr, tr_count
from sportsec.ui.pages.intake.line_columns import line_columns, reason_text
from sportsec.ui.pages.intake.lines_source import PreviewSource
from sportsec.ui.pages.intake.outcome_choice import OutcomeChoice
from sportsec.ui.pages.intake.state import changeable, leavable, takeable
from sportsec.ui.widgets.buttons import IconButton
from sportsec.ui.widgets.elided import ElidedLabel
from sportsec.ui.widgets.list_tools import ListTools
from sportsec.ui.widgets.rows_model import RowsModel
from sportsec.ui.widgets.table import TableView
from sportsec.ui.widgets.two_lines import TwoLineLabel

#: Lines with these stay out of the agenda; all but the refused can be decided yet.
LEFT_OUT = (Outcome.UNCLEAR, Outcome.LEFT_OUT, Outcome.REFUSED)


class OutcomeAbove:
    """The outcome that is shown, as a `ListFilter`."""

    def __init__(self, tab: LinesTab) -> None:
        self._tab = tab

    def kept(self) -> Mapping[str, Any]:
        """Return the outcome."""
        return {"outcome": self._tab.model.wanted}

    def recall(self, kept: Mapping[str, Any]) -> None:
        """Show the lines with an outcome; nothing for all lines."""
        kept_one = kept.get("outcome")
        self._tab.filter(next((one for one in Outcome if one == kept_one), None))


class LinesTab(QWidget):
    """The lines with their outcome and its reason; one button for each outcome."""

    taken = Signal(object)
    same = Signal(object)
    left = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.source = PreviewSource()
        self.model: RowsModel[IntakeLine, Outcome | None] = RowsModel(
            desk.runner, self.source, line_columns(self.source), None, sort="line"
        )
        self.table = TableView(
            self.model, desk.settings, "intake-lines", empty=tr("No such line.")
        )
        self._offer_decisions()
        self.reason = TwoLineLabel()
        self.tools = ListTools(desk, self.table, tr("Lines"), OutcomeAbove(self))
        self.table.selectionModel().selectionChanged.connect(
            lambda _new, _old: self._follow()
        )
        self.model.settled.connect(self._follow)
        self.reason_line = ElidedLabel()  # instead of it in a low window
        self.outcomes = OutcomeChoice()
        self.outcomes.chosen.connect(self.filter)
        self._lay_out()
        self._follow()

    def show_preview(self, preview: IntakePreview) -> None:
        """Show the lines of a preview; the filter stays."""
        self.source.preview = preview
        counts: dict[Outcome | None, int] = {None: len(preview.lines)}
        counts |= {each: preview.counts[each] for each in Outcome}
        self.outcomes.offer(
            {
                outcome: lines_text(outcome, counts[outcome])
                for outcome in (None, *Outcome)
                if counts[outcome] or outcome is None
            }
        )
        wanted = self.model.wanted
        if wanted is not None and not preview.counts[wanted]:
            self.filter(None)
        else:
            self.model.reload()

    def filter(self, outcome: Outcome | None) -> None:
        """Show the lines with one outcome; None shows all."""
        self.outcomes.press(outcome)
        self.model.ask(outcome)

    def fold(self, *, is_low: bool) -> None:
        """Leave the lines the room of a low window."""
        self.outcomes.fold(is_low=is_low)
        self.reason.setHidden(is_low)
        self.reason_line.setVisible(is_low)
        style = Qt.ToolButtonStyle
        self.tools.setToolButtonStyle(
            style.ToolButtonIconOnly if is_low else style.ToolButtonTextBesideIcon
        )
        self._steady_width()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the space bar take the lines selected in, or leave them out."""
        is_key = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        ids = self.table.selected_ids() if is_key else []  # none at a heading
        if ids and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space:
            self._decide(ids)
            return True
        return super().eventFilter(watched, event)

    @property
    def left_out(self) -> int:
        """How many lines of the preview are not taken in."""
        return sum(self._counts(outcome) for outcome in LEFT_OUT)

    def filter_rest(self) -> None:
        """Show lines that were left out; first those that can be decided."""
        self.filter(next((one for one in LEFT_OUT if self._counts(one)), None))

    # ---- inside

    def _counts(self, outcome: Outcome) -> int:
        return self.source.preview.counts[outcome] if self.source.preview else 0

    def _offer_decisions(self) -> None:
        """Offer to take lines in that stay out, and to leave others out."""
        self.take_button = IconButton("check")
        self.take_button.clicked.connect(
            lambda _on: self._decide(self.table.selected_ids())
        )
        self.same_button = IconButton("edit", _same_text())
        self.same_button.clicked.connect(
            lambda _on: self.same.emit(self._changeable(self.table.selected_ids()))
        )
        self.table.installEventFilter(self)
        self.table.clicked.connect(self._click)
        for text, sign, decidable, act in (
            (_take_text(), "check", self._takeable, self.taken),
            (_same_text(), "edit", self._changeable, self.same),
            (_leave_text(), "minus", self._leavable, self.left),
        ):
            self.table.add_action_for_rows(
                *(text, lambda ids, k=decidable, a=act: a.emit(k(ids)), sign),
                when=lambda ids, keys=decidable: bool(keys(ids)),  # type: ignore[misc]
            )

    def _steady_width(self) -> None:
        """Give the button the room of all that it may say.

        The outcomes beside it would take another line, and the list below it move,
        just as a line of it is clicked.
        """
        button, said = self.take_button, self.take_button.text()
        widths = []
        for say in _SAID:
            button.setText(say())
            widths.append(button.sizeHint().width())
        button.setText(said)
        button.setMinimumWidth(max(widths))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.outcomes, 1)
        for beside in (self.take_button, self.tools):
            top.addWidget(beside, 0, Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 12, 0, 0)
        box.setSpacing(10)
        box.addLayout(top)
        why = QHBoxLayout()
        for reason in (self.reason, self.reason_line):
            why.addWidget(reason, 1)  # above: below it would be out of sight
        why.addWidget(self.same_button)
        why.addStrut(self.same_button.sizeHint().height())  # it comes and goes
        box.addLayout(why)
        box.addWidget(self.table, 1)

    def _decide(self, ids: Sequence[UUID]) -> None:
        """Take lines in, or those that are taken in back."""
        if keys := self._takeable(ids):
            self.taken.emit(keys)
        elif keys := self._leavable(ids):
            self.left.emit(keys)

    def _click(self, index: QModelIndex) -> None:
        """Take a line in, or leave it out, by a click on its box."""
        line = self.table.rows.id_at(index.row())
        is_box = self.model.columns[index.column()].tick is not None
        if is_box and line is not None:
            self._decide([line])

    def _chosen(self, ids: Sequence[UUID]) -> list[IntakeLine]:
        lines = self.source.preview.lines if self.source.preview else ()
        return [lines[one.int] for one in ids if one.int < len(lines)]

    def _takeable(self, ids: Sequence[UUID]) -> list[LineKey]:
        return takeable(self._chosen(ids))

    def _changeable(self, ids: Sequence[UUID]) -> dict[LineKey, UUID]:
        return changeable(self._chosen(ids))

    def _taking_text(self, ids: Sequence[UUID]) -> str:
        """Return what taking them comes to, where it is the same for all of them."""
        lines = [line for line in self._chosen(ids) if line.if_taken is not None]
        if lines and all(map(_is_swapped, lines)):
            return _same_text()
        if lines and all(map(_gives_other_day, lines)):
            return _move_text()
        if lines and all(map(_makes_another, lines)):
            return _another_text()
        return _take_text()

    def _leavable(self, ids: Sequence[UUID]) -> list[LineKey]:
        preview = self.source.preview
        return leavable(preview, self._chosen(ids)) if preview else []

    def _leave_text(self, ids: Sequence[UUID]) -> str:
        preview = self.source.preview
        taken = preview.choices.decided if preview else frozenset()
        was_unclear = all(key in taken for key in self._leavable(ids))
        return _back_text() if was_unclear else _leave_text()

    def _follow(self) -> None:
        """Offer what can be done with the lines selected, and say all of one's why."""
        ids = self.table.selected_ids()
        can_take, can_leave = bool(self._takeable(ids)), bool(self._leavable(ids))
        back = can_leave and not can_take
        self.take_button.setText(
            self._leave_text(ids) if back else self._taking_text(ids)
        )
        self.take_button.setIcon(icon("minus" if back else "check"))
        self.take_button.setEnabled(can_take or can_leave)
        self.same_button.setVisible(bool(self._changeable(ids)))
        lines = self._chosen(ids)
        hint = tr("Select a line to read all of its reason.") if self.left_out else ""
        said = reason_text(lines[0]) if len(lines) == 1 else hint
        self.reason.show_text(said)
        self.reason_line.show_text(said)


def _take_text() -> str:
    return tr("Take in all the same")


def _move_text() -> str:
    return tr("Move all the same")


def _another_text() -> str:
    return tr("Take in as another match")


def _same_text() -> str:
    return tr("It is this match: change it")


def _leave_text() -> str:
    return tr("Leave out")


def _back_text() -> str:
    return tr("Take the decision back")


#: All that the button which takes lines in may say.
_SAID = (_move_text, _another_text, _take_text, _same_text, _leave_text, _back_text)


def lines_text(outcome: Outcome | None, n: int) -> str:
    """Return "3 new matches" and the like; None counts all lines."""
    match outcome:
        case None:
            text = tr_count("{n} line", "{n} lines", n)
        case Outcome.NEW:
            text = tr_count("{n} new match", "{n} new matches", n)
        case Outcome.MOVED:
            text = tr_count("{n} moved match", "{n} moved matches", n)
        case Outcome.CHANGED:
            text = tr_count("{n} changed match", "{n} changed matches", n)
        case Outcome.SAME:
            text = tr_count("{n} unchanged match", "{n} unchanged matches", n)
        case Outcome.UNCLEAR:
            text = tr_count("{n} unclear line", "{n} unclear lines", n)
        case Outcome.REFUSED:
            text = tr_count("{n} refused line", "{n} refused lines", n)
        case Outcome.LEFT_OUT:
            text = tr_count("{n} line left out", "{n} lines left out", n)
    return text


def _makes_another(line: IntakeLine) -> bool:
    """Say whether a line that is asked about makes one more match once it is taken."""
    is_asked = line.outcome is Outcome.UNCLEAR and any(map(asks_if_same, line.reasons))
    return is_asked and line.if_taken is Outcome.NEW


def _is_swapped(line: IntakeLine) -> bool:
    """Say whether a line waits as it exchanges the sides of the match it means."""
    is_asked = line.outcome is Outcome.UNCLEAR
    return is_asked and any(each.message == SWAPPED for each in line.reasons)


def _gives_other_day(line: IntakeLine) -> bool:
    return any(change.field == "kick_off_date" for change in line.changes)
