"""Sending: choose, see what goes, write the file, read it back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sportsec.domain.errors import SportsecError
from sportsec.domain.exchange import Scope, ScopeKind, SendPlan, SendResult, SendWish
from sportsec.i18n.formats import date_time
from sportsec.ui.desk import Desk
from sportsec.ui.errors import message_of
from sportsec.ui.language import is_rtl, isolate, tr, tr_count, translator, words
from sportsec.ui.pages.directory.ranges import figure, joined
from sportsec.ui.pages.exchange import doing, doing_files
from sportsec.ui.pages.exchange.content_tree import ContentTree
from sportsec.ui.pages.exchange.send_choices import AddresseeCard, ScopeCard
from sportsec.ui.pages.exchange.state import HELD, file_name, lacks, shown_before
from sportsec.ui.saving import FOLDER, ask_where
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.beside import Beside
from sportsec.ui.widgets.busy import TaskProgress
from sportsec.ui.widgets.buttons import IconButton
from sportsec.ui.widgets.cards import Banner, Card, text_label
from sportsec.ui.widgets.one_bar import OneBar, WholeLines
from sportsec.ui.widgets.scrolled import PartScroll, show_within
from sportsec.ui.widgets.sides import absolute

PAUSE_MS = 250
CHOICES_HEIGHT = 240  # at least; the rest is scrolled
CONTENT_HEIGHT = 90  # of the list of the content, where its lines are scrolled
_KILOBYTE, _MEGABYTE = 1_000, 1_000_000


class SendTab(QWidget):
    """Choices at the start, the content of the file at the end."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.plan: SendPlan | None = None
        self._facts = doing.SendFacts()
        self._told: tuple[object, ...] = ()
        self.scope = ScopeCard(desk)
        self.to = AddresseeCard()
        self.content = ContentTree()
        self.summary = text_label("", "value", wrap=True)
        self.banner = Banner()
        #: Why the file cannot be written yet, beside the button that would.
        self.lacking = text_label("", "value", wrap=True)
        self.result = Banner()
        self.progress = TaskProgress(desk.runner)
        inside = self.progress.layout()
        if inside is not None:
            inside.setContentsMargins(0, 0, 0, 0)  # it ends where the card ends
        self.write = IconButton("send", tr("Write the file"), "accent_ink")
        self.write.setProperty("primary", True)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._lay_out()
        self._pause.timeout.connect(self._ask_plan)
        self.scope.changed.connect(self._changed)
        self.to.changed.connect(self._changed)
        self.write.clicked.connect(lambda _on: self.choose_place())

    # ---- for the page

    def reload(self) -> None:
        """Ask which cells there are, and what would go."""
        self._desk.runner.read(self, "facts", doing.send_facts, self._show_facts)
        self._pause.start()

    def show_scope(self, scope: Scope) -> None:
        """Offer to send this."""
        self.result.say("")
        self.scope.show_scope(scope)

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget the passphrase: who comes back to the page may be somebody else."""
        super().hideEvent(event)
        if not event.spontaneous():  # not where the window is only minimised
            self.to.forget()

    # ---- what the officer does

    def choose_place(self) -> None:
        """Ask where the file goes, then write it."""
        if not self.write.isEnabled():
            return
        wish = self._wish()
        held = tr(HELD[wish.scope.kind])
        name = file_name(words(self._facts.cell), held, self._facts.day)
        kind = tr("Exchange files (*.ssx)")
        chosen = ask_where(self, self._desk, tr("Write the file"), name, kind)
        if chosen:
            path = Path(chosen)
            if path.suffix != ".ssx":
                path = path.with_name(f"{path.name}.ssx")
            self._desk.settings.keep(FOLDER, str(path.parent))
            self.send(path)

    def send(self, path: Path) -> None:
        """Write the file, read it back, and say so."""
        self.write.setEnabled(False)
        self.result.say("")
        task = doing_files.send(
            *(self._desk.runner, self, self._wish(), path),
            done=self._sent,
            failed=self._not_sent,
            stopped=self._stopped,
        )
        self.progress.watch(task)

    # ---- inside

    def _lay_out(self) -> None:
        choices = QWidget()
        left = QVBoxLayout(choices)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(12)
        left.addWidget(self.scope)
        left.addWidget(self.to)
        left.addStretch(1)
        holds = Card(tr("What the file holds"))
        holds.body.addWidget(self.summary)
        holds.body.addWidget(self.content, 1)
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(holds, 1)
        right.addWidget(self.banner)
        right.addWidget(self.result)
        foot = QHBoxLayout()
        foot.addStretch(1)
        self.lacking.setAlignment(
            absolute(right=not is_rtl()) | Qt.AlignmentFlag.AlignVCenter
        )
        self.lacking.hide()
        foot.addWidget(self.lacking, 9)  # on one line where there is room
        foot.addWidget(self.progress, 1)
        foot.addWidget(self.write)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 12, 0, 0)
        box.setSpacing(10)
        chosen = PartScroll(choices, scaled(CHOICES_HEIGHT))
        chosen.setMinimumWidth(
            choices.minimumSizeHint().width()
            + chosen.verticalScrollBar().sizeHint().width()
        )
        self._content = QWidget()
        self._content.setLayout(right)
        right.setContentsMargins(0, 0, 0, 0)
        self._lines = WholeLines(self.content, CONTENT_HEIGHT)
        self._board = Beside((chosen, 6), (self._content, 5), gap=14)
        box.addWidget(OneBar(self._board, (chosen, self._lines), self._fits), 1)
        box.addLayout(foot)

    def _fits(self, _needed: int, room: int) -> bool:
        """Say whether choices and content have room beside each other."""
        column = self._content.layout()
        told = column.totalMinimumHeightForWidth(self._content.width()) if column else 0
        least = max(scaled(CHOICES_HEIGHT), told - self._lines.more)
        return self._board.stands_in_row and least <= room

    def _wish(self) -> SendWish:
        personal = self.scope.personal.value()
        return self.to.addressed(self.scope.scope(), with_personal=personal)

    def _changed(self) -> None:
        if _what_goes(self._wish()) != self._told:
            self.result.say("")  # it told of another file
        since = self.scope.kind.value() is ScopeKind.SINCE
        self.to.count_always(always=since)
        self.write.setEnabled(False)
        self._pause.start()

    def _show_facts(self, facts: doing.SendFacts) -> None:
        self._facts = facts
        self.to.show_cells(facts.cells)

    def _ask_plan(self) -> None:
        wish = self._wish()
        missing = lacks(wish)
        self.banner.say("")
        self._tell_lacking(tr(missing) if missing else "")
        asked = wish if not missing else shown_before(wish)
        self._desk.runner.read(
            self,
            "plan",
            lambda work: doing_files.plan(work, asked),
            lambda plan: self._show_plan(plan, ready=not missing),
            self._cannot_plan,
            lane="survey",
        )

    def _show_plan(self, plan: SendPlan, *, ready: bool) -> None:
        self.plan = plan
        self.content.show_plan(plan)
        self.scope.show_personal(plan)
        self.summary.setText(summary_text(plan))
        can_go = ready and not plan.is_empty
        self.write.setEnabled(can_go and not self.progress.is_running)

    def _cannot_plan(self, error: SportsecError) -> None:
        self.plan = None
        self.content.clear()
        self.summary.setText("")
        self.write.setEnabled(False)
        if not self.lacking.text():
            self.banner.say(message_of(translator(), error).what, "warn")

    def _tell_lacking(self, text: str) -> None:
        """Say what the button waits for: on view, at the button, and to readers."""
        self.lacking.setText(text)
        self.lacking.setVisible(bool(text))
        self.write.setToolTip(text)
        self.write.setAccessibleDescription(text)

    def _tell(self, text: str, level: str) -> None:
        """Say what became of the file, in sight: it may stand below a long list."""
        self.result.say(text, level)
        told = self.result
        QTimer.singleShot(0, told, lambda: show_within(told, told.rect()))  # laid out

    def _sent(self, result: SendResult, fingerprint: str) -> None:
        wish = self._wish()
        self._told = _what_goes(wish)
        self.write.setEnabled(not lacks(wish))
        said = result_text(result, self._facts, fingerprint)
        if wish.passphrase:
            said = f"{said}\n{_tell_secret()}"
        self._tell(said, "ok")
        self.reload()

    def _stopped(self) -> None:
        self.write.setEnabled(True)
        self._tell(tr("Stopped. Nothing half-done was kept."), "info")

    def _not_sent(self, error: SportsecError) -> None:
        self.write.setEnabled(True)
        said = message_of(translator(), error)
        self._tell(f"{said.what} {said.next_step}", "block")


def _tell_secret() -> str:
    return tr(
        "Tell them the passphrase by another way than the file;"
        " it is forgotten when you leave this page."
    )


def _what_goes(wish: SendWish) -> tuple[object, ...]:
    return wish.scope, wish.to, wish.with_personal


def summary_text(plan: SendPlan) -> str:
    """Return how much goes, and since when."""
    if plan.is_empty:
        return tr("They already have all of this.")
    records = tr_count("{n} record", "{n} records", plan.records)
    changes = tr_count("{n} change", "{n} changes", plan.changes)
    parts = [words(plan.title), records, changes]
    if plan.since is not None:
        parts.append(tr("since {when}", when=isolate(date_time(plan.since))))
    return joined(*parts)


def result_text(result: SendResult, facts: doing.SendFacts, fingerprint: str) -> str:
    """Return what was written, and the words by which both cells may compare."""
    changes = tr_count("{n} change", "{n} changes", result.changes)
    lines = [
        tr(
            "Written and read back: {name}, {changes}, {size}.",
            name=isolate(result.path.name),
            changes=changes,
            size=size_text(result.size),
        )
    ]
    lines += _numbers(result, facts)
    if said := words(facts.words):
        text = tr(
            "Words of this cell, which prove who sent it: {words}",
            words=said,
        )
        lines.append(text)
    if fingerprint:
        text = tr(
            "State of this cell, to compare once they took it in: {words}",
            words=fingerprint,
        )
        lines.append(text)
    return "\n".join(lines)


def _numbers(result: SendResult, facts: doing.SendFacts) -> Iterator[str]:
    """Yield the number of the file for each cell: each counts its own."""
    names = {cell.key: words(cell.name) for cell in facts.cells}
    for key, number in result.numbers:
        n, name = isolate(str(number)), names.get(key) or key.hex()[:8]
        if key:
            yield tr("File {n} for {cell}", n=n, cell=isolate(name))
        else:
            yield tr("File {n} for any cell", n=n)


def size_text(size: int) -> str:
    """Return how large a file of so many bytes is."""
    if size < _MEGABYTE:
        return tr("{size} KB", size=figure(max(1, round(size / _KILOBYTE))))
    return tr("{size} MB", size=figure(round(size / _MEGABYTE)))
