"""The cards of a match file: facts with what is wrong with them, and an edit button."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sportsec.domain.problems import Problem
from sportsec.ui.language import tr
from sportsec.ui.pages.directory.small_rows import value_link
from sportsec.ui.pages.match.facts import Pairs
from sportsec.ui.widgets.buttons import IconButton
from sportsec.ui.widgets.cards import Card, KeyValue
from sportsec.ui.widgets.clearing import clear_layout
from sportsec.ui.widgets.problem_note import problem_note

#: The name of a fact and its value, which may lead elsewhere.
Shown = tuple[str, str | QWidget]
#: The name of a fact → what leads to the record that its value names.
Ways = Mapping[str, Callable[[], object]]


def linked(pairs: Pairs, ways: Ways) -> list[Shown]:
    """Let the values that name other records lead there."""
    return [
        (name, value_link(value, ways[name]) if value and name in ways else value)
        for name, value in pairs
    ]


class FactsCard(Card):
    """Names and values; those of `fields` that break a rule say so below.

    Args:
        edit: What the button at the end of the heading does; None without one.
        action: Its text and icon; "Edit" without.
    """

    def __init__(
        self,
        title: str,
        edit: Callable[[], object] | None = None,
        fields: Sequence[str] = (),
        *,
        action: tuple[str, str] | None = None,
    ) -> None:
        super().__init__(title)
        self.fields = frozenset(fields)
        self.facts = KeyValue()
        self.notes = QVBoxLayout()
        self.notes.setSpacing(4)
        self.body.addWidget(self.facts)
        self.body.addLayout(self.notes)
        text, name = action or (tr("Edit"), "edit")
        self.edit_button = IconButton(name, text, "accent")
        self.edit_button.setProperty("flat", True)
        said = tr("{name}: {text}", name=text, text=title)
        self.edit_button.setAccessibleName(said)
        if edit is None:
            self.edit_button.hide()
        else:
            self.edit_button.clicked.connect(lambda _on: edit())
            self.header.buttons.addWidget(self.edit_button)

    def show_facts(
        self, pairs: Sequence[Shown], problems: Iterable[Problem] = ()
    ) -> None:
        """Show facts; those without a value are left out."""
        known = [(name, value) for name, value in pairs if value]
        self.facts.show_pairs(known or [(tr("Nothing entered yet"), " ")])
        clear_layout(self.notes)
        for problem in problems:
            if problem.field in self.fields:
                self.notes.addWidget(problem_note(problem))
