"""What can be done with matches in the agenda: plan, move, delete."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from sportsec.domain.fixtures import FixtureDraft
from sportsec.domain.problems import Problem
from sportsec.domain.words import N_
from sportsec.queries.agenda_choices import new_match
from sportsec.queries.fixtures import fixture_draft
from sportsec.services.fixture_moves import may_move_problems
from sportsec.services.fixtures import delete_fixture, restore_fixture
from sportsec.ui.desk import Desk
from sportsec.ui.keys import KeyedShortcut
from sportsec.ui.language import tr, tr_count, translator
from sportsec.ui.pages.history.opening import show_history
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.table import TableView

#: Does something with matches, by their ids.
OnMatches = Callable[[Sequence[UUID]], None]


class AgendaActs:
    """Opens the forms of the agenda, and deletes.

    Args:
        page: In whose window the forms open.
        show_new: Takes the id of a match that was planned.
    """

    def __init__(
        self, desk: Desk, page: QWidget, show_new: Callable[[UUID], object]
    ) -> None:
        self._desk = desk
        self._page = page
        self._show_new = show_new

    def plan(self, day: date | None = None) -> None:
        """Open the form of a new match, perhaps on a day."""
        self._desk.runner.read(
            self._page, "new", lambda work: new_match(work, day), self._open_new
        )

    def move(self, match: UUID, day: date | None = None) -> None:
        """Open the form that moves a match, filled in with a day if one is given.

        What may not move at all is refused before anything is asked.
        """

        def ask(work: Work) -> tuple[FixtureDraft, list[Problem]]:
            return fixture_draft(work, match), may_move_problems(work, match)

        def show(found: tuple[FixtureDraft, list[Problem]]) -> None:
            seen, problems = found
            if problems:
                self._refuse(problems)
            else:
                self._open_move(match, seen, day)

        self._desk.runner.read(self._page, "move", ask, show)

    def delete(self, ids: Sequence[UUID]) -> None:
        """Delete matches at once; the message offers to bring them back."""
        chosen, desk, page = list(ids), self._desk, self._page

        def act(work: Work) -> None:
            for one in chosen:
                delete_fixture(work, one)

        def bring_back(work: Work) -> None:
            for one in chosen:
                restore_fixture(work, one)

        def undo() -> None:
            desk.runner.write(page, N_("Match brought back"), bring_back)

        def done(_result: object) -> None:
            text = tr_count("{n} match deleted", "{n} matches deleted", len(chosen))
            desk.say(text, action=tr("Undo"), on_action=undo)

        if chosen:
            desk.runner.write(page, N_("Match deleted"), act, done)

    def offer(self, table: TableView) -> None:
        """Offer them for the matches selected in a list, in its menu and by keys."""
        table.add_action_for_rows(
            tr("History"),
            lambda ids: show_history(self._page, self._desk, "fixture", ids[0]),
            "history",
        )
        acts: tuple[tuple[str, OnMatches, str, str], ...] = (
            (tr("Move"), self._move_first, "calendar", "here.move"),
            (tr("Delete"), self.delete, "delete", "here.delete"),
        )
        for text, act, sign, keys in acts:
            table.add_action_for_rows(text, act, sign, keys=keys)
            KeyedShortcut(table, keys, partial(_on_selected, table, act))

    # ---- inside: the forms are loaded with the first one, not with the first page

    def _move_first(self, ids: Sequence[UUID]) -> None:
        if ids:
            self.move(ids[0])

    def _open_new(self, draft: FixtureDraft) -> None:
        from sportsec.ui.pages.match.forms import open_new_match  # noqa: PLC0415

        open_new_match(self._page, self._desk, draft, self._show_new)

    def _open_move(self, match: UUID, seen: FixtureDraft, day: date | None) -> None:
        from sportsec.ui.pages.match.status_acts import StatusActs  # noqa: PLC0415

        StatusActs(self._desk, self._page).open_move(match, seen, day)

    def _refuse(self, problems: Sequence[Problem]) -> None:
        from sportsec.i18n.labels import problem_text  # noqa: PLC0415

        texts = [problem_text(translator(), each) for each in problems]
        self._desk.say("\n".join(texts), level="block")


def _on_selected(table: TableView, act: OnMatches) -> None:
    act(table.selected_ids())
