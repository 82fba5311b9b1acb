"""Why this category: score, floors, contributions, what would move it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from sportsec.domain.fixtures import Confidence
from sportsec.domain.risk import Scopes
from sportsec.domain.risk_rating import Contribution, Move
from sportsec.i18n.formats import number
from sportsec.ui.language import isolate, label, tr, tr_count, translator, words
from sportsec.ui.pages.risk.bars import ContributionBar
from sportsec.ui.pages.risk.state import LEVELS, VALUE_LEVELS, RiskState
from sportsec.ui.widgets.badges import RiskChip
from sportsec.ui.widgets.cards import Card, Mark, text_label
from sportsec.ui.widgets.clearing import clear_layout
from sportsec.ui.widgets.elided import ElidedLabel

BAR = 64
#: How a confidence is marked beside the category that it weakens.
CONFIDENCE_LEVELS = {
    Confidence.LOW: "warn",
    Confidence.MEDIUM: "info",
    Confidence.HIGH: "info",
}


class Summary:
    """Three cards that follow the values of the grid; the board places them."""

    def __init__(self) -> None:
        self._shown: object = None
        self.result = Card(tr("Suggested category"))
        self.why = Card(tr("What makes the score"))
        self.moves = Card(tr("What would change it"))
        self.chip = RiskChip()
        self.score = text_label("", "figure")

    def show_state(self, state: RiskState) -> None:
        """Show another state; what did not change is left alone."""
        shown = (state.rating, state.up, state.down)
        if shown == self._shown:
            return
        self._shown = shown
        self._show_result(state)
        self._show_why(state)
        self._show_moves(state)

    # ---- inside

    def _show_result(self, state: RiskState) -> None:
        body = _fresh(self.result)
        rating = state.rating
        head = QHBoxLayout()
        head.setSpacing(12)
        if rating.suggested is None:
            self.chip = RiskChip(tr("Not rated"), "muted")
        else:
            overall = rating.suggested.overall
            self.chip = RiskChip(label(overall), LEVELS[overall])
        self.score = text_label(score_text(rating.score), "figure")
        head.addWidget(self.chip)
        head.addStretch(1)
        head.addWidget(self.score)
        head.addWidget(text_label(tr("of 100"), "caption"))
        body.addLayout(head)
        if rating.suggested is not None and rating.unknown:
            level = CONFIDENCE_LEVELS[rating.confidence]
            body.addWidget(_line(confidence_text(state), level))
        if rating.suggested is not None and _differ(rating.suggested):
            body.addWidget(
                _line(tr("Closed doors: one step lower inside the stadium"), "info")
            )
        for floor in rating.floors:
            body.addWidget(_line(label(floor), "high"))
        if rating.floors:
            text = tr("Each of these makes the match at least a high risk.")
            body.addWidget(text_label(text, "caption", wrap=True))
        if rating.unknown:
            names = tr(", ").join(words(state.names[code]) for code in rating.unknown)
            text = tr_count(
                "{n} factor not known, not counted: {names}",
                "{n} factors not known, not counted: {names}",
                len(rating.unknown),
                names=names,
            )
            body.addWidget(text_label(text, "caption", wrap=True))
        text = tr("A structured judgement, never a probability.")
        body.addWidget(text_label(text, "caption", wrap=True))

    def _show_why(self, state: RiskState) -> None:
        body = _fresh(self.why)
        adding = [each for each in state.rating.contributions if each.points > 0]
        self.why.setVisible(bool(adding))
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(0, 1)
        widest = max((each.possible for each in adding), default=1.0)
        for line, each in enumerate(adding):
            self._add_contribution(grid, line, each, widest, state)
        body.addLayout(grid)

    def _add_contribution(
        self,
        grid: QGridLayout,
        line: int,
        each: Contribution,
        widest: float,
        state: RiskState,
    ) -> None:
        bar = ContributionBar(BAR)
        bar.show_share(each.possible / widest, each.value / 4, VALUE_LEVELS[each.value])
        grid.addWidget(ElidedLabel("value", words(state.names[each.code])), line, 0)
        grid.addWidget(bar, line, 1)
        points = text_label(score_text(each.points), "value")
        grid.addWidget(points, line, 2, Qt.AlignmentFlag.AlignTrailing)

    def _show_moves(self, state: RiskState) -> None:
        body = _fresh(self.moves)
        self.moves.setVisible(bool(state.up or state.down))
        for move in state.up:
            body.addWidget(_line(move_text(move, state), LEVELS[move.category]))
        for move in state.down:
            body.addWidget(_line(move_text(move, state), LEVELS[move.category]))


def score_text(score: float | None) -> str:
    """Return a score with one decimal; a dash for none."""
    if score is None:
        return "—"
    return isolate(number(score, translator().language, 1))


def confidence_text(state: RiskState) -> str:
    """Return how far a category can be trusted, and on how many factors it rests."""
    count = len(state.factors)
    return tr(
        "{confidence}: {known} of {count} factors known",
        confidence=label(state.rating.confidence),
        known=isolate(str(count - state.unknown)),
        count=isolate(str(count)),
    )


def move_text(move: Move, state: RiskState) -> str:
    """Return what a move says: from which value on which category."""
    facts = {
        "factor": words(state.names[move.code]),
        "value": move.to_value,
        "category": label(move.category),
    }
    if move.from_value is None:
        return tr("{factor}, if it were known to be {value}: {category}", **facts)
    return tr(
        "{factor} from {old} to {value}: {category}", old=move.from_value, **facts
    )


def _differ(scopes: Scopes) -> bool:
    return len({scopes.inside, scopes.outside, scopes.travel}) > 1


def _line(text: str, level: str) -> QWidget:
    """Return a sentence with the shape of its level before it."""
    row = QWidget()
    box = QHBoxLayout(row)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(8)
    box.addWidget(Mark(level), 0, Qt.AlignmentFlag.AlignTop)
    box.addWidget(text_label(text, "value", wrap=True), 1)
    return row


def _fresh(card: Card) -> QVBoxLayout:
    """Empty the body of a card."""
    clear_layout(card.body)
    return card.body
