"""The dialog about entries that look alike: one pair after the other, made one.

Where the two differ, the officer says which value stays. Making one of two is undone
with one click.
"""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sportsec.domain.exchange_received import TwinPair
from sportsec.domain.words import N_, Words
from sportsec.i18n.kind_words import kind_label
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr, translator
from sportsec.ui.pages.directory.merge_card import (
    MergeCard,
    Side,
    pair_text,
    read_sides,
)
from sportsec.ui.tasks import Work
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.beside import Beside
from sportsec.ui.widgets.buttons import IconButton
from sportsec.ui.widgets.cards import margins, scrolled, text_label
from sportsec.ui.widgets.clearing import clear_layout
from sportsec.ui.widgets.fitting import fit

WIDTH, HEIGHT = 860, 600
LIST_WIDTH, DETAIL_WIDTH, GAP = 220, 610, 14
#: Both values can be read at this width.
CARD_WIDTH = 480
#: Of the list above the comparison: a pair, and that more follow.
LIST_HEIGHT = 84
UNLIMITED = 16_777_215  # as high as Qt lets a widget be
_MERGED = N_("Two records made one")
_TWO = N_("Decided whether two records are the same")
_APART = N_("One record made two again")
_NONE = N_(
    "No entries look alike. To merge two of a list, select both with Ctrl and a click; "
    "the menu of the right button merges them."
)


class DoublesDialog(QDialog):
    """Asks about the pairs that look alike.

    Args:
        table: Only the pairs of this one; empty for all tables.
        record: Only the pairs of this one; None for all.
        chosen: Two that the officer chose himself, whether they look alike or not.
    """

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        table: str = "",
        record: UUID | None = None,
        chosen: tuple[UUID, UUID] | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._table = table
        self._record = record
        self._chosen = chosen
        self.pairs: list[TwinPair] = []
        self._told: Mapping[UUID, Words] = {}
        self.card: MergeCard | None = None
        title = tr("Merge two entries") if chosen else tr("Entries that look alike")
        self.setWindowTitle(title)
        fit(self, WIDTH, HEIGHT)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(self._compare)
        self.detail = QVBoxLayout()
        self._lay_out()
        self.reload()

    def reload(self) -> None:
        """Ask which pairs there are."""
        table, record, chosen = self._table, self._record, self._chosen

        def ask(work: Work) -> tuple[list[TwinPair], Mapping[UUID, Words]]:
            from sportsec.queries.doubles import (  # noqa: PLC0415 - lane
                chosen_pair,
                doubles,
                told_apart,
            )

            if chosen is None:
                pairs = doubles(work, table, record)
            else:
                pairs = chosen_pair(work, table, *chosen)
            return pairs, told_apart(work, pairs)

        self._desk.runner.read(self, "pairs", ask, self._show, lane="survey")

    def merge(self) -> None:
        """Make one record of the two, with the values chosen."""
        pair, card = self._pair(), self.card
        if pair is None or card is None:
            return
        taken = card.taken()

        def act(work: Work) -> tuple[int, ...]:
            from sportsec.services.merging import merge_records  # noqa: PLC0415 - lane

            return merge_records(work, pair.table, pair.first, pair.second, taken)

        def done(acts: tuple[int, ...]) -> None:
            self._desk.say(
                tr(_MERGED),
                action=tr("Separate again"),
                on_action=lambda: _take_apart(self._desk, acts),
            )
            self._go_on()

        self._desk.runner.write(self, _MERGED, act, done, self._desk.complain)

    def keep_both(self) -> None:
        """Say that the two are two, so that nobody is asked again."""
        pair = self._pair()
        if pair is None:
            return

        def act(work: Work) -> UUID:
            from sportsec.services.twins import decide_different  # noqa: PLC0415 - lane

            return decide_different(work, pair.table, pair.first, pair.second)

        self._desk.runner.write(
            *(self, _TWO, act, lambda _id: self._go_on(), self._desk.complain)
        )

    # ---- inside

    def _lay_out(self) -> None:
        self.merge_button = IconButton("check", tr("Merge into one"), "accent_ink")
        self.merge_button.setProperty("primary", True)
        self.merge_button.clicked.connect(lambda _on: self.merge())
        self.merge_button.setDefault(True)
        self.both_button = QPushButton(tr("These are two different ones"))
        self.both_button.clicked.connect(lambda _on: self.keep_both())
        close = QPushButton(tr("Close"))
        close.clicked.connect(lambda _on: self.accept())
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (close, self.both_button, self.merge_button):
            buttons.addWidget(button)
        body = QWidget()
        body.setLayout(self.detail)
        self.detail.setContentsMargins(margins(0, 0, 6, 0))
        card = scrolled(body)
        card.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        card.setMinimumWidth(scaled(CARD_WIDTH))
        self.list.setMinimumWidth(scaled(LIST_WIDTH))
        parts = Beside((self.list, LIST_WIDTH), (card, DETAIL_WIDTH), gap=GAP)
        parts.turned.connect(self._make_low)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 14)
        box.setSpacing(12)
        box.addWidget(text_label(self.windowTitle(), "title", wrap=True))
        note = tr(
            "Choose which value each field keeps. Whatever refers to either of the "
            "two will then refer to the merged record; both histories are kept."
        )
        box.addWidget(text_label(note, "caption", wrap=True))
        box.addWidget(parts, 1)
        box.addLayout(buttons)

    def _make_low(self, beside: bool) -> None:  # noqa: FBT001 - a slot of Qt
        """Leave the room to the comparison where the list stands above it."""
        most = UNLIMITED if beside else scaled(LIST_HEIGHT)
        self.list.setMaximumHeight(most)

    def _go_on(self) -> None:
        """Ask about what is left, unless it was about two that were chosen."""
        if self._chosen is None:
            self.reload()
        else:
            self.accept()

    def _show(self, found: tuple[list[TwinPair], Mapping[UUID, Words]]) -> None:
        pairs, self._told = found
        at = max(self.list.currentRow(), 0)
        self.pairs = pairs
        self.list.clear()
        if not pairs:
            if not self._table:
                self._desk.say(tr(_NONE), level="info")
            self.accept()
            return
        for pair in pairs:
            text = pair_text(pair, self._told)
            kind = "" if self._table else f"{kind_label(translator(), pair.table)}\n"
            self.list.addItem(kind + text)
        # One alone stands beside it already, but for its kind.
        self.list.setVisible(len(pairs) > 1 or not self._table)
        self.list.setCurrentRow(min(at, len(pairs) - 1))

    def _pair(self) -> TwinPair | None:
        at = self.list.currentRow()
        return self.pairs[at] if 0 <= at < len(self.pairs) else None

    def _compare(self, _at: int) -> None:
        pair = self._pair()
        if pair is None:
            return

        def show(sides: list[Side]) -> None:
            clear_layout(self.detail)
            self.card = MergeCard(pair, sides, self._told)
            self.detail.addWidget(self.card)
            self.detail.addStretch(1)

        self._desk.runner.read(
            self, "sides", lambda work: read_sides(work, pair), show, self._gone
        )

    def _gone(self, _error: Exception) -> None:
        self.reload()


def open_doubles(parent: QWidget, desk: Desk) -> DoublesDialog:
    """Ask about all pairs that look alike, of whichever kind."""
    return open_dialog(DoublesDialog(parent, desk))


def open_dialog(dialog: DoublesDialog) -> DoublesDialog:
    """Open a dialog that is gone when it is closed."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def _take_apart(desk: Desk, acts: tuple[int, ...]) -> None:
    def job(work: Work) -> None:
        from sportsec.services.merging import take_apart  # noqa: PLC0415 - lane

        take_apart(work, acts)

    def done(_none: None) -> None:
        desk.say(tr(_APART))

    desk.runner.write(desk.runner, _APART, job, done, desk.complain)
