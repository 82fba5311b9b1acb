"""The third tab of an intake: what spellings of clubs and venues mean."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QVBoxLayout,
    QWidget,
)

from sportsec.domain.intake.preview import (
    Choice,
    IntakePreview,
    NameKind,
    NameMatch,
    Verdict,
)
from sportsec.domain.words import Words
from sportsec.queries.pickers import Named
from sportsec.ui.icons import icon
from sportsec.ui.language import isolate, tr, tr_count, words
from sportsec.ui.pages.directory.record_fields import named_field
from sportsec.ui.tasks import Runner
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.badges import Badge
from sportsec.ui.widgets.beside import Beside
from sportsec.ui.widgets.buttons import IconButton
from sportsec.ui.widgets.cards import Card, text_label
from sportsec.ui.widgets.clearing import clear_layout
from sportsec.ui.widgets.fields_choice import RecordField
from sportsec.ui.widgets.scrolled import PartScroll
from sportsec.ui.widgets.steady_combo import SteadyCombo

#: Names shown at once; deciding some brings the next.
SHOWN = 60
GAP, BETWEEN = 14, 8
#: A spelling and its choice are beside each other where they have these widths.
NAME_WIDTH, CHOICE_WIDTH = 290, 320
_OTHER, _NEW = "other", "new"
_NAMED = {
    NameKind.CLUB: Named.CLUB,
    NameKind.VENUE: Named.VENUE,
    NameKind.COMPETITION: Named.COMPETITION,
}


class NamesTab(QWidget):
    """One line for each spelling that is not simply a name of the record."""

    decided = Signal(object, str, object)
    wants_all_created = Signal()
    wants_competition = Signal(str)  #: as lines name it

    def __init__(self, runner: Runner) -> None:
        super().__init__()
        self._runner = runner
        self.rows: dict[tuple[NameKind, str], NameRow] = {}
        self.open_card = Card(tr("Which ones are these?"))
        self.done_card = Card(tr("Understood as"))
        self.create_all = IconButton("plus", tr("Add all of them as new"))
        self.create_all.clicked.connect(lambda _on: self.wants_all_created.emit())
        self.open_card.header.buttons.addWidget(self.create_all)
        note = tr("What you choose here is remembered for the next file.")
        self.open_card.body.addWidget(text_label(note, "caption", wrap=True))
        self.none = text_label(tr("All names are known."), "caption")
        self.open_lines, self.done_lines = QVBoxLayout(), QVBoxLayout()
        for card, lines in (
            (self.open_card, self.open_lines),
            (self.done_card, self.done_lines),
        ):
            lines.setSpacing(BETWEEN)
            card.body.addLayout(lines)
        body = QWidget()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, 4, 0)
        inner.setSpacing(14)
        inner.addWidget(self.none)
        inner.addWidget(self.open_card)
        inner.addWidget(self.done_card)
        inner.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 12, 0, 0)
        self.area = PartScroll(body)
        box.addWidget(self.area)

    def show_preview(self, preview: IntakePreview) -> None:
        """Show the names of a preview; those to decide first."""
        self.rows = {}
        waiting = preview.open_names
        settled = [each for each in preview.names if each.verdict is not Verdict.OPEN]
        known: dict[UUID, Words] = {**preview.clubs, **preview.venues}
        self._fill(self.open_lines, waiting[:SHOWN], known)
        self._fill(self.done_lines, settled[:SHOWN], known)
        self.none.setVisible(not preview.names)
        self.open_card.setVisible(bool(waiting))
        self.done_card.setVisible(bool(settled))

    def _fill(self, lines: QVBoxLayout, names: Any, known: dict[UUID, Words]) -> None:
        clear_layout(lines)
        for match in names:
            row = NameRow(self._runner, match, known)
            row.decided.connect(self.decided)
            row.wants_competition.connect(self.wants_competition)
            self.rows[match.kind, match.spelled] = row
            lines.addWidget(_line(match, row))


class NameRow(QWidget):
    """What one spelling means: a proposal, a new record, or any other record."""

    decided = Signal(object, str, object)
    wants_competition = Signal(str)

    def __init__(
        self, runner: Runner, match: NameMatch, known: dict[UUID, Words]
    ) -> None:
        super().__init__()
        self.match = match
        self.box = SteadyCombo()
        # Long names are cut here, not the page: they stand beside it, and in its list.
        self.box.setSizeAdjustPolicy(
            SteadyCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.box.setAccessibleName(tr("Meaning of {column}", column=match.spelled))
        self.other: RecordField = named_field(runner, _NAMED[match.kind])
        self.other.call(tr("Another one for {name}", name=match.spelled))
        self.other.hide()
        self._offer(known)
        self.box.activated.connect(self._chosen)
        self.other.changed.connect(self._other_chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        layout.addWidget(self.other)

    def _offer(self, known: dict[UUID, Words]) -> None:
        match, box = self.match, self.box
        if match.verdict is Verdict.OPEN:
            box.addItem(tr("Please choose"), None)
        elif match.found is not None and match.verdict is not Verdict.NEW:
            name = known.get(match.found, Words())
            box.addItem(words(name) or match.spelled, match.found)
        for proposal in match.proposals:
            if proposal.id != match.found:
                alike = isolate(f"{round(proposal.score * 100)} %")
                box.addItem(f"{words(proposal.name)}   {alike}", proposal.id)
        # A competition has more to it than its name: its form is opened.
        makes = _NEW if match.kind is NameKind.COMPETITION else Choice.CREATE
        box.addItem(icon("plus"), _create_text(match), makes)
        if match.kind is NameKind.VENUE:
            box.addItem(tr("Leave the stadium open"), Choice.LEAVE_OUT)
        box.addItem(icon("search"), tr("Another one…"), _OTHER)
        if match.verdict is Verdict.NEW:
            box.setCurrentIndex(box.findData(Choice.CREATE))
        elif match.verdict is Verdict.LEFT_OUT:
            box.setCurrentIndex(box.findData(Choice.LEAVE_OUT))

    def _chosen(self, at: int) -> None:
        decision = self.box.itemData(at)
        self.other.setVisible(decision == _OTHER)
        if decision == _OTHER:
            self.other.focus()
        elif decision == _NEW:
            self.box.setCurrentIndex(0)  # until there is one
            self.wants_competition.emit(self.match.spelled)
        elif isinstance(decision, str):
            choice = Choice(decision)
            self.decided.emit(self.match.kind, self.match.spelled, choice)
        elif decision is not None:
            self.decided.emit(self.match.kind, self.match.spelled, decision)

    def _other_chosen(self) -> None:
        found = self.other.value()
        if found is not None:
            self.decided.emit(self.match.kind, self.match.spelled, found)


def _create_text(match: NameMatch) -> str:
    if match.kind is NameKind.VENUE:
        return tr("New stadium: {name}", name=match.spelled)
    if match.kind is NameKind.COMPETITION:
        return tr("New competition: {name}", name=match.spelled)
    return tr("New club: {name}", name=match.spelled)


def _line(match: NameMatch, row: NameRow) -> Beside:
    """Return a spelling and what it means; above that where there is little room."""
    name = _spelling(match)
    name.setMinimumWidth(scaled(NAME_WIDTH))
    row.setMinimumWidth(scaled(CHOICE_WIDTH))
    line = Beside((name, 2), (row, 3), gap=GAP)
    apart = scaled(BETWEEN)
    line.turned.connect(
        lambda beside: line.setContentsMargins(0, 0, 0, 0 if beside else apart)
    )
    return line


def _spelling(match: NameMatch) -> QWidget:
    holder = QWidget()
    box = QGridLayout(holder)
    box.setContentsMargins(0, 0, 0, 0)
    box.setHorizontalSpacing(GAP)
    box.setVerticalSpacing(0)
    box.setColumnStretch(0, 1)
    box.addWidget(text_label(match.spelled, "value", wrap=True), 0, 0)
    where = tr_count("on {n} line", "on {n} lines", match.lines)
    box.addWidget(text_label(where, "caption"), 1, 0)
    box.addWidget(_badge(match), 0, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)
    return holder


def _badge(match: NameMatch) -> Badge:
    text, level = {
        Verdict.EXACT: (tr("Known"), "ok"),
        Verdict.LIKELY: (tr("Very alike"), "info"),
        Verdict.DECIDED: (tr("Chosen"), "ok"),
        Verdict.NEW: (tr("New"), "info"),
        Verdict.LEFT_OUT: (tr("Left open"), "muted"),
        Verdict.OPEN: (tr("Unknown"), "warn"),
        Verdict.REFUSED: (tr("Refused"), "block"),
    }[match.verdict]
    return Badge(text, level)
