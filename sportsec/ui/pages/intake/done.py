"""The intake page after a programme is in, and after that was undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from sportsec.domain.intake.preview import IntakeResult
from sportsec.domain.words import Words
from sportsec.ui.desk import Desk
from sportsec.ui.language import and_others, isolate, tr, tr_count, words
from sportsec.ui.match_look import kept_lines
from sportsec.ui.pages.intake.drop import stack
from sportsec.ui.pages.intake.moved_links import MovedLinks
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.cards import text_label

#: Matches that moved, clubs, and stadiums, that are named one by one.
NAMED = 4
Names = dict[UUID, Words]


class DonePanel(QWidget):
    """Says what was taken in, or that it was undone, and leads on."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._runner = desk.runner
        self.facts = text_label("", "value", wrap=True)
        self.facts.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.moved = MovedLinks(desk)
        self.agenda = QPushButton(tr("Go to the agenda"))
        self.redo = QPushButton(tr("Take it in again"))
        for first in (self.agenda, self.redo):
            first.setProperty("primary", True)
        self.stadiums = QPushButton(tr("Show the matches without a stadium"))
        self.rest = QPushButton(tr("Show the lines left out"))
        self.again = QPushButton(tr("Take in another file"))
        ways = _row(self.agenda, self.redo, self.again)
        # Apart: in large text they are wide.
        self._to_do = _row(self.stadiums, self.rest)
        title = tr("The programme is in the agenda")
        self._sign, self.heading = stack(
            self, "check", title, (self.facts, self.moved, ways, self._to_do)
        )

    def show_result(self, result: IntakeResult, left_out: int = 0) -> None:
        """Say how many matches, clubs and stadiums there are now.

        Args:
            left_out: How many lines of the file were not taken in.
        """
        self.heading.setText(tr("The programme is in the agenda"))
        self._show(result, left_out, stands=True)

        def say(names: Names) -> None:
            # Matches that moved have lines of their own, which lead to them.
            new = {each: names[each] for each in names if each not in result.moved}
            said = [*_brought(result, new), *_open(result, left_out)]
            self.facts.setText("\n".join(said) or tr("There was nothing to do."))

        self._say_named(result, say)

    def show_undone(self, result: IntakeResult) -> None:
        """Say that what was taken in was undone, and offer it again."""
        self.heading.setText(tr("This intake was undone"))
        self._show(result, 0, stands=False)

        def say(names: Names) -> None:
            said = [tr("Taken back:"), *_brought(result, names)]
            self.facts.setText("\n".join(said))

        self._say_named(result, say)

    def _say_named(self, result: IntakeResult, say: Callable[[Names], None]) -> None:
        """Say it at once, and again with what new clubs and stadiums are called."""
        say({})
        self._runner.read(self, "names", lambda work: _names(work, result), say)

    def _show(self, result: IntakeResult, left_out: int, *, stands: bool) -> None:
        self._sign.show_sign("check" if stands else "undo")
        self.moved.show_matches(_to_look_at(result) if stands else ())
        self.agenda.setVisible(stands)
        self.redo.setVisible(not stands)
        self.stadiums.setVisible(stands and result.without_venue > 0)
        self.rest.setVisible(stands and left_out > 0)
        is_open = result.without_venue > 0 or left_out > 0
        self._to_do.setVisible(stands and is_open)


def _to_look_at(result: IntakeResult) -> Sequence[UUID]:
    """Return the matches that have something left to do: moved, or of other sides."""
    return tuple(dict.fromkeys((*result.moved, *result.exchanged)))


def _row(*buttons: QPushButton) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    for button in buttons:
        row.addWidget(button)
    return holder


def result_text(result: IntakeResult, moved: str = "") -> str:
    """Return what was taken in as one line: "200 new matches · 16 new clubs".

    Args:
        moved: Which matches have moved, as far as they are to be named.
    """
    return " · ".join(_brought(result, moved=moved))


def _names(work: Work, result: IntakeResult) -> Names:
    from sportsec.queries.record_labels import labels_of  # noqa: PLC0415 - lane

    known: Names = {}
    for table, records in (
        ("fixture", result.moved),
        ("club", result.clubs),
        ("venue", result.venues),
    ):
        known |= labels_of(work, table, records[:NAMED])
    return known


def _named(count: str, records: Sequence[UUID], names: Names) -> str:
    """Return how many are new, and what the first of them are called."""
    known = [isolate(words(names[each])) for each in records if each in names]
    if not known:
        return count
    text = and_others(known, len(records))
    return tr("{name}: {text}", name=count, text=text)


def _brought(
    result: IntakeResult, names: Names | None = None, moved: str = ""
) -> list[str]:
    names = names or {}
    moves = tr_count("{n} match moved", "{n} matches moved", len(result.moved))
    if moved:
        moves = tr("{name}: {text}", name=moves, text=moved)
    clubs = tr_count("{n} new club", "{n} new clubs", len(result.clubs))
    venues = tr_count("{n} new stadium", "{n} new stadiums", len(result.venues))
    counted = [
        (tr_count("{n} new match", "{n} new matches", len(result.new)), result.new),
        (_named(moves, result.moved, names), result.moved),
        (
            tr_count("{n} match changed", "{n} matches changed", len(result.changed)),
            result.changed,
        ),
        (_named(clubs, result.clubs, names), result.clubs),
        (_named(venues, result.venues, names), result.venues),
        (
            tr_count(
                "{n} spelling remembered", "{n} spellings remembered", result.aliases
            ),
            result.aliases,
        ),
    ]
    return [text for text, present in counted if present]


def _open(result: IntakeResult, left_out: int) -> list[str]:
    """Return what is still to be done about it."""
    bare = result.without_venue
    counted = [
        (
            tr_count(
                "{n} new match has no stadium", "{n} new matches have no stadium", bare
            ),
            bare,
        ),
        (
            tr_count(
                "{n} task is past its day because of a move",
                "{n} tasks are past their day because of a move",
                result.passed_tasks,
            ),
            result.passed_tasks,
        ),
        (
            tr_count(
                "{n} match with home and away swapped: look at its public and rating",
                "{n} matches with home and away swapped: look at their public and "
                "rating",
                len(result.exchanged),
            ),
            result.exchanged,
        ),
        (tr_count("{n} line left out", "{n} lines left out", left_out), left_out),
    ]
    kept = kept_lines(result.kept_promises, result.kept_meetings)
    return [*(text for text, present in counted if present), *kept]
