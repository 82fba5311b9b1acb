"""The form of a contact: what was erased by law is said calmly, nothing is amiss."""

from __future__ import annotations

from collections.abc import Iterable

from sportsec.domain.problems import Level, Problem
from sportsec.domain.purges import ERASED
from sportsec.ui.language import tr
from sportsec.ui.widgets.form import Form


class ContactForm(Form):
    """One whose erased fields say why they are empty."""

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Show problems; a field that was erased has none until it is written in."""
        found = list(problems)
        erased = [each for each in found if _is_calm(each)]
        super().show_problems(each for each in found if each not in erased)
        for each in erased:
            if each.field in self.names():
                self.note(each.field or "").say(tr(ERASED), "info")


def _is_calm(problem: Problem) -> bool:
    return problem.message == ERASED and problem.level is Level.WARN
