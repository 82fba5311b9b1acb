"""The facts of a meeting: when and where, its match, chair, keeper, signature."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from sportsec.domain.meetings import MeetingStatus, Signature
from sportsec.queries.meetings import MeetingFile
from sportsec.ui.desk import Desk
from sportsec.ui.language import isolate, label, tr
from sportsec.ui.pages.directory.small_rows import value_link
from sportsec.ui.pages.match.cards import FactsCard, Shown
from sportsec.ui.pages.meetings.look import long_moment, match_on, status_badge
from sportsec.ui.widgets.badges import Badge

_FIELDS = ("meets_at", "chair", "minutes_keeper", "signature", "presence")


class MeetingFacts(FactsCard):
    """What is fixed about a meeting, and what is wrong with it.

    Args:
        edit: Opens its form.
    """

    def __init__(self, desk: Desk, edit: Callable[[], object]) -> None:
        super().__init__(tr("Meeting"), edit, _FIELDS)
        self._desk = desk

    def show_file(self, file: MeetingFile) -> None:
        """Show the facts of a meeting."""
        self.show_facts(self._pairs(file), file.problems)

    # ---- inside

    def _pairs(self, file: MeetingFile) -> list[Shown]:
        entry, draft = file.entry, file.draft
        match: str | QWidget = tr("Of the season")
        if entry.fixture_id is not None:
            target = (entry.fixture_id, "liaison")
            match = value_link(match_on(entry), lambda: self._desk.go("match", target))
        signature: str | QWidget = label(draft.signature)
        if file.is_changed:
            signature = Badge(tr("To be signed again"), "warn")
        elif not _may_be_signed(file):
            signature = ""
        return [
            (tr("Status"), status_badge(entry)),
            (tr("Match"), match),
            (tr("Day and hour"), long_moment(entry)),
            (tr("Place"), isolate(draft.place)),
            (tr("Chair"), isolate(draft.chair)),
            (tr("Minutes kept by"), isolate(draft.minutes_keeper)),
            (tr("Signature"), signature),
        ]


def _may_be_signed(file: MeetingFile) -> bool:
    """Say whether it is worth saying that the minutes are signed or not."""
    is_held = file.draft.status is MeetingStatus.HELD
    return is_held or file.draft.signature is not Signature.NONE
