"""What a group's file says of its word: tifos asked for and shown, promises kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sportsec.domain.animations import Conformity
from sportsec.queries.animation_trust import GroupTrust, TrustLine
from sportsec.queries.commitments import CommitmentRow
from sportsec.ui.animation_look import day_badge, decision_badge, kind_and_words
from sportsec.ui.commitment_look import more_promises, state_badge
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr, tr_count, words
from sportsec.ui.pages.directory.ranges import day, figure, joined
from sportsec.ui.pages.directory.record_panel import RecordPanel
from sportsec.ui.pages.directory.small_rows import value_link
from sportsec.ui.targets import LIAISON, TIFOS
from sportsec.ui.widgets.cards import text_label
from sportsec.ui.widgets.flow import FlowLayout

#: Promises that the panel lists; the tab of their match has all.
SHOWN = 5


def show_trust(panel: RecordPanel, trust: GroupTrust) -> None:
    """Show what a group asked for over time, and whether it kept to it."""
    panel.add_section(tr("Tifos"))
    if not trust.asked:
        panel.add_note(tr("This group has asked for nothing yet."))
        return
    seen = tr(
        "{n} of {all} checked", n=figure(trust.deviating), all=figure(trust.checked)
    )
    panel.add_pairs(
        [
            (tr("Requests so far"), figure(trust.asked)),
            (tr("Authorised"), figure(trust.authorised)),
            (tr("Refused"), figure(trust.refused)),
            (tr("Pending"), figure(trust.pending) if trust.pending else ""),
            (tr("Not as authorised"), seen if trust.checked else ""),
        ]
    )
    for line in trust.last:
        panel.add(_tifo(panel.desk, line))
    more = trust.asked - len(trust.last)
    if more:
        panel.add_note(tr_count("{n} more request", "{n} more requests", more))


def show_promises(panel: RecordPanel, rows: Sequence[CommitmentRow]) -> None:
    """Show what was promised by a group and to it; nothing where nothing was."""
    if not rows:
        return
    panel.add_section(tr("Promises and decisions"))
    for row in rows[:SHOWN]:
        panel.add(_promise(panel.desk, row))
    if len(rows) > SHOWN:
        more = len(rows) - SHOWN
        panel.add_note(more_promises(more))


# ---- inside


def _tifo(desk: Desk, line: TrustLine) -> QWidget:
    badges = [decision_badge(line.decision)]
    if line.conformity is not Conformity.UNCHECKED:
        badges.append(day_badge(line.conformity))
    match = tr("{home} – {away}", home=words(line.home), away=words(line.away))
    return _line(
        badges,
        kind_and_words(line.kind, line.message),
        line.conformity_note,
        joined(day(line.day), match),
        partial(desk.go, "match", (line.fixture_id, TIFOS)),
    )


def _promise(desk: Desk, row: CommitmentRow) -> QWidget:
    match = joined(day(row.match_on), words(row.match))
    due = day(row.due_on)
    note = joined(
        words(row.bound),
        tr("{name}: {text}", name=tr("Due on"), text=due) if due else "",
        row.remark,
    )
    badges = [state_badge(row)]
    match_id, show = row.fixture_id, None
    if match_id is not None:
        show = partial(desk.go, "match", (match_id, LIAISON))
    return _line(badges, row.wording, note, match, show)


def _line(
    badges: Sequence[QWidget],
    text: str,
    note: str,
    match: str,
    show: Callable[[], object] | None,
) -> QWidget:
    """Return badges, a text with its note, and the match that it leads to."""
    view = QWidget()
    box = QVBoxLayout(view)
    box.setContentsMargins(0, 0, 0, 4)
    box.setSpacing(2)
    flow = FlowLayout(gap=4)
    for badge in badges:
        flow.addWidget(badge)
    box.addLayout(flow)
    box.addWidget(text_label(text, "value", wrap=True))
    if note:
        box.addWidget(text_label(note, "caption", wrap=True))
    if show is not None:
        box.addWidget(value_link(match, show))
    return view
