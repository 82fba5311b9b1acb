"""One act beside the list: all it changed, and undoing it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from sportsec.domain.history import BROUGHT, ActRow, ChangeRow
from sportsec.domain.words import N_, Words
from sportsec.i18n.history_words import act_sentence, count_words, sentence
from sportsec.i18n.labels import problem_text
from sportsec.queries.history_acts import act_rows, replicas
from sportsec.queries.history_changes import changes_of_act
from sportsec.queries.history_undo import first_of
from sportsec.services.history import UNCHANGED
from sportsec.services.undo_plan import plan_undo
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr, tr_count, translator, words
from sportsec.ui.pages.history.change_lines import ChangeLines
from sportsec.ui.pages.history.record_history import (
    heading_of,
    more_changes,
    who_and_when,
)
from sportsec.ui.pages.purge.opening import purge_button
from sportsec.ui.tasks import Work
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.buttons import IconButton
from sportsec.ui.widgets.cards import rule, scrolled, text_label
from sportsec.ui.widgets.clearing import clear_layout
from sportsec.ui.widgets.flow import FlowLayout

PAD = 18
NARROWEST = 300
#: What it did is read above the reasons against its undo, in large text too.
LOWEST = 90
#: Fields shown of one act: the founding of a workspace has hundreds of thousands.
MOST_LINES = 120
#: Beyond so many changes it is looked into only when undoing is asked for.
_PLANNED = 2000
#: Reasons against an undo that are told; the rest is counted.
_TOLD = 3
#: Of the act that says that a backup was brought back.
LEFT_BEHIND = N_("What was done since then is in the backup made just before.")


@dataclass(frozen=True, slots=True)
class ActFacts:
    """What the panel shows.

    Args:
        changes: The first ones, field by field.
        more: How many operations are not among them.
        why_not: What keeps it from being undone, in sentences.
        later: The act to undo first.
        cells: Whom a file was sent to, or came from.
        first: The act by whose number it is undone; its own unless it is of a pair.
    """

    act: ActRow
    changes: Sequence[ChangeRow]
    more: int = 0
    why_not: str = ""
    later: ActRow | None = None
    cells: Sequence[Words] = ()
    first: int = 0


class ActPanel(QFrame):
    """Shows an act; emits `wants_undo(act, sentence)` and `wants_act(act)`."""

    wants_undo = Signal(object, str)
    wants_act = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.facts: ActFacts | None = None
        self.purge: QPushButton | None = None
        self._act: int | None = None
        self._is_low = False
        self.setProperty("role", "card")
        self.setMinimumWidth(scaled(NARROWEST))
        body = QWidget()
        self._body = QVBoxLayout(body)
        self._body.setContentsMargins(PAD, PAD - 2, PAD, PAD)
        self._body.setSpacing(9)
        self._box = QVBoxLayout()
        self._box.setSpacing(9)
        self._body.addLayout(self._box, 1)
        page = QWidget()
        self._page = QVBoxLayout(page)
        self._page.setContentsMargins(0, 0, 0, 0)
        self._page.setSpacing(0)
        self._page.addWidget(body, 1)
        self._area = scrolled(page)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setMinimumHeight(scaled(LOWEST))
        self._outer = outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(self._area, 1)
        self._foot = self._make_foot()
        outer.addWidget(self._foot)
        self.hide()

    def show_act(self, act: int | None) -> None:
        """Show an act; None hides the panel."""
        if act != self._act:  # another one is read from its heading on
            self._area.verticalScrollBar().setValue(0)
        self._act = act
        self.setVisible(act is not None)
        if act is not None:
            self.desk.runner.read(
                self, "act", lambda work: read_act(work, act), self._show
            )

    def reload(self) -> None:
        """Ask again."""
        self.show_act(self._act)

    def keep_low(self, *, is_low: bool) -> None:
        """Let what was changed have the room: the rest is scrolled with it then."""
        if is_low == self._is_low:
            return
        self._is_low = is_low
        (self._page if is_low else self._outer).addWidget(self._foot)
        if self.facts is not None:
            self._show(self.facts)

    # ---- inside

    def _make_foot(self) -> QWidget:
        self.why = text_label("", "caption", wrap=True)
        self.undo = IconButton("undo")
        self.undo.clicked.connect(lambda _on: self._undo())
        self.later = QPushButton(tr("Show what came later"))
        self.later.setProperty("flat", True)
        self.later.clicked.connect(lambda _on: self._go_later())
        buttons = FlowLayout(gap=6)
        buttons.addWidget(self.undo)
        buttons.addWidget(self.later)
        inner = QVBoxLayout()
        inner.setContentsMargins(PAD, 10, PAD, 12)
        inner.addWidget(self.why)
        inner.addLayout(buttons)
        foot = QWidget()
        box = QVBoxLayout(foot)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(rule())
        box.addLayout(inner)
        return foot

    def _show(self, facts: ActFacts | None) -> None:
        self.facts = facts
        clear_layout(self._box)
        if facts is None:
            self.hide()
            return
        act = facts.act
        self._box.addWidget(heading_of(act))
        said = who_and_when(act, names_cell=not (self._is_low and act.is_own))
        self._box.addWidget(text_label(said, "caption", wrap=True))
        if act.changes and not self._is_low:
            said = tr_count("{n} change", "{n} changes", act.changes)
            self._box.addWidget(text_label(said, "caption"))
        if facts.cells:
            named = tr(", ").join(words(name) for name in facts.cells)
            is_sent = "to" in act.detail
            said = tr("For: {cells}", cells=named) if is_sent else ""
            text = said or tr("From: {cells}", cells=named)
            self._box.addWidget(text_label(text, "caption", wrap=True))
        if len(act.counts) > 1:
            said = count_words(translator(), act.counts, exact=act.is_counted)
            self._box.addWidget(text_label(said, "caption", wrap=True))
        self._box.addWidget(ChangeLines(facts.changes))
        if facts.more:
            self._box.addWidget(text_label(more_changes(facts.more), "caption"))
        records = {change.record.id: change.record for change in facts.changes}
        self.purge = purge_button(self.desk, records.values())
        if self.purge is not None:
            start = Qt.AlignmentFlag.AlignLeading
            self._box.addWidget(self.purge, 0, start)
        self._box.addStretch(1)
        self.why.setText(facts.why_not)
        self.why.setVisible(bool(facts.why_not))
        is_undo = act.undoes is not None and not act.is_redo
        self.undo.setText(tr("Do it again") if is_undo else tr("Undo this act"))
        self.undo.setEnabled(not facts.why_not)
        self.later.setVisible(facts.later is not None)

    def _undo(self) -> None:
        if self.facts is not None:
            act, t = self.facts.act, translator()
            first = self.facts.first or act.id
            if act.undoes is not None and not act.is_redo and act.undone_title:
                said = sentence(t, act.undone_title, act.undone_detail)
                self.desk.redo(first, said)
            else:
                self.wants_undo.emit(first, act_sentence(t, act))

    def _go_later(self) -> None:
        if self.facts is not None and self.facts.later is not None:
            self.wants_act.emit(self.facts.later.id)


def read_act(work: Work, number: int) -> ActFacts | None:
    """Return an act with its changes, and whether it can be undone."""
    rows = act_rows(work, [number])
    if not rows:
        return None
    (act,) = rows
    first = first_of(work, number)
    return replace(_judged(work, act), cells=_cells(work, act), first=first)


def _judged(work: Work, act: ActRow) -> ActFacts:
    number = act.id
    changes = _whole(changes_of_act(work, number, MOST_LINES))
    more = act.changes - len({change.op for change in changes})
    if act.is_founding:
        why = tr("The workspace is built on this: it cannot be undone.")
        return ActFacts(act, changes, more, why)
    if act.undone_by is not None:
        by = act_rows(work, [act.undone_by])
        return ActFacts(
            act,
            changes,
            more,
            tr("This has already been undone."),
            next(iter(by), None),
        )
    if not act.changes and act.undoes is None:
        said = tr(LEFT_BEHIND) if act.title == BROUGHT else tr(UNCHANGED)
        return ActFacts(act, changes, more, said)
    if act.changes > _PLANNED:
        return ActFacts(act, changes, more)
    plan = plan_undo(work, number)
    blocked = dict.fromkeys(problem_text(translator(), each) for each in plan.blocked)
    texts, rest = [*blocked][:_TOLD], len(blocked) - _TOLD
    if rest > 0:
        texts.append(tr_count("and {n} more", "and {n} more", rest))
    later = act_rows(work, sorted(plan.later, reverse=True)[:1])
    return ActFacts(act, changes, more, "\n".join(texts), next(iter(later), None))


def _cells(work: Work, act: ActRow) -> list[Words]:
    """Return the cells that an act of the exchange names."""
    keys = act.detail.get("to", [act.detail.get("sender")])
    if not isinstance(keys, list) or keys == [None]:
        return []
    names = {each.key.hex(): each.name for each in replicas(work).values() if each.key}
    return [names[key] for key in keys if names.get(key)]


def _whole(changes: list[ChangeRow]) -> list[ChangeRow]:
    """Return the first changes that have room, none of them with half its fields."""
    if len(changes) <= MOST_LINES:
        return changes
    cut = changes[MOST_LINES].op
    return [change for change in changes[:MOST_LINES] if change.op != cut] or [
        change for change in changes if change.op == cut
    ]
