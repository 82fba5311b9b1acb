"""What a convocation leaves open, said above it before it is printed."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from sportsec.domain.meetings import check_convocation
from sportsec.i18n.labels import problem_text
from sportsec.i18n.meeting_words import unnamed_words
from sportsec.queries.minutes import MinutesRows
from sportsec.ui.language import tr, translator
from sportsec.ui.widgets.cards import Banner


class OpenYet(Banner):
    """Says what those who are asked to come would not be told.

    Args:
        fill_in: Opens the form of the meeting at a field, by its name.
        put_name: Opens the form of a participant, by the id.
    """

    def __init__(
        self, fill_in: Callable[[str], object], put_name: Callable[[UUID], object]
    ) -> None:
        super().__init__(action=tr("Fill in"), on_action=self._fill_in)
        self.button.setAutoDefault(False)
        self._open, self._put_name = fill_in, put_name
        self._first = ""
        self._unnamed: UUID | None = None
        self.hide()

    def show_rows(self, rows: MinutesRows) -> None:
        """Look at a meeting; nothing is said where all is fixed and all are named.

        A body may be asked to send whom it likes: that there is no name is only told.
        """
        found, unnamed, t = check_convocation(rows.meeting), rows.unnamed, translator()
        self._first = found[0].field or "" if found else ""
        self._unnamed = unnamed[0].id if unnamed else None
        said = [problem_text(t, each) for each in found]
        said.append(unnamed_words(t, len(unnamed)))
        self.say(" ".join(filter(None, said)), "warn" if found else "info")

    def _fill_in(self) -> None:
        if self._first:
            self._open(self._first)
        elif self._unnamed is not None:
            self._put_name(self._unnamed)
