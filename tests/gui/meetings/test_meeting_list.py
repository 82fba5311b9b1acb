"""The list of all meetings, and the card of a match."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sportsec.domain.errors import Invalid
from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.meetings import MeetingKind, MeetingStatus
from sportsec.queries.meetings import meetings_of
from sportsec.store.tables.fixtures import Fixture
from sportsec.ui.desk import Desk
from sportsec.ui.pages.directory.small_rows import LinkButton, ValueLink
from sportsec.ui.pages.meetings.list import MeetingList
from sportsec.ui.pages.meetings.match_card import MatchMeetingsCard
from sportsec.ui.widgets.badges import Badge
from sportsec.ui.widgets.columns import BELOW_ROLE, LEVEL_ROLE
from tests.builders import NOW
from tests.data.meetings.samples import a_decision
from tests.gui.conftest import Do, Visits
from tests.gui.fixtures.season import SmallSeason
from tests.gui.meetings.conftest import Wait, new_meeting


@pytest.fixture
def records(qtbot: QtBot, desk: Desk, meeting: UUID, settled: Wait) -> MeetingList:
    records = MeetingList(desk)
    qtbot.addWidget(records)
    records.resize(1100, 700)
    records.show()
    records.reload()
    settled()
    return records


@pytest.fixture
def card(
    qtbot: QtBot, desk: Desk, season: SmallSeason, settled: Wait
) -> MatchMeetingsCard:
    card = MatchMeetingsCard(desk, season.coming)
    qtbot.addWidget(card)
    card.resize(900, 300)
    card.show()
    card.reload()
    settled()
    return card


def column(records: MeetingList, name: str) -> list[str]:
    model = records.model
    at = [each.header for each in model.columns].index(name)
    return [model.index(row, at).data() for row in range(model.rowCount())]


def test_meetings_of_matches_and_of_the_season_stand_in_one_list(
    records: MeetingList, change: Do, settled: Wait
) -> None:
    tomorrow = NOW + timedelta(days=1)
    new_meeting(change, None, tomorrow, kind=MeetingKind.MIXED_COMMITTEE)
    records.reload()
    settled()
    assert column(records, "Kind") == ["Mixed committee", "Local commission"]
    first, second = column(records, "Match")
    assert first == "Of the season"
    assert "Atlas" in second
    assert column(records, "Status") == ["Planned", "Planned"]


def test_where_the_kind_has_no_room_it_stands_below_the_match(
    records: MeetingList, qtbot: QtBot
) -> None:
    table = records.table
    low = table.rowHeight(0)
    records.resize(620, 700)
    qtbot.waitUntil(lambda: table.widths.gave_way("kind"))
    assert table.rowHeight(0) > low
    at = [each.header for each in records.model.columns].index("Match")
    below = records.model.index(0, at).data(BELOW_ROLE)
    assert below.startswith("Local commission")
    table.viewport().grab()
    records.resize(1100, 700)
    qtbot.waitUntil(lambda: table.rowHeight(0) == low)


def test_clubs_are_read_whole_before_open_decisions_have_a_column(
    records: MeetingList, meeting: UUID, change: Do, settled: Wait, qtbot: QtBot
) -> None:
    change(lambda work: a_decision(work, meeting, "Tickets", due_on=NOW.date()))
    records.reload()
    settled()
    columns = records.model.columns
    at = [each.key or each.sort for each in columns].index("match")
    club = "Atlas Club of Casablanca – Strait Football Club of Tangier"
    column = replace(columns[at], text=lambda _row: club)
    records.model.columns = [*columns[:at], column, *columns[at + 1 :]]
    records.reload()
    settled()
    table, widths = records.table, records.table.widths
    needed = widths.demands.needs()
    table.setFixedWidth(needed[at] + needed[0] + 150)
    qtbot.waitUntil(lambda: widths.gave_way("open"))
    assert table.columnWidth(at) >= needed[at]
    below = records.model.index(0, at).data(BELOW_ROLE)
    assert "Local commission" in below
    assert "1 decision open" in below
    assert "Planned" not in below  # it has its column
    table.setFixedWidth(260)
    qtbot.waitUntil(lambda: widths.gave_way("status"))
    assert "Planned" in records.model.index(0, at).data(BELOW_ROLE)


def test_enter_opens_the_file(
    records: MeetingList, meeting: UUID, visits: Visits, qtbot: QtBot
) -> None:
    records.table.setFocus()
    qtbot.keyClick(records.table, Qt.Key.Key_Return)
    assert visits.went == [("meeting", meeting)]


def test_the_panel_tells_of_it_and_leads_to_it(
    records: MeetingList, meeting: UUID, visits: Visits, change: Do, settled: Wait
) -> None:
    change(lambda work: a_decision(work, meeting, "Tickets", due_on=NOW.date()))
    records.reload()
    settled()
    panel = records.panel
    assert panel is not None
    panel.findChildren(LinkButton)[0].click()
    assert visits.went == [("meeting", meeting)]
    assert column(records, "Open decisions") == ["1"]


def test_only_what_is_open_stays_when_asked_for(
    records: MeetingList, change: Do, settled: Wait
) -> None:
    status = MeetingStatus.HELD
    new_meeting(change, None, NOW - timedelta(days=3), status=status)
    records.reload()
    settled()
    assert records.model.rowCount() == 2
    records.only_open.check.click()
    settled()
    assert column(records, "Kind") == ["Local commission"]
    assert column(records, "Status") == ["Planned"]


def test_a_new_meeting_is_of_the_season_unless_a_match_is_chosen(
    records: MeetingList, settled: Wait, visits: Visits
) -> None:
    dialog = records.new()
    dialog.form.type_in({"meets_at": NOW + timedelta(days=2), "place": "Wilaya"})
    dialog.save()
    settled()
    records.reload()
    settled()
    assert column(records, "Match")[0] == "Of the season"
    assert visits.said == ["Meeting added"]


def test_deleting_is_refused_while_decisions_name_it(
    records: MeetingList, meeting: UUID, change: Do, settled: Wait, visits: Visits
) -> None:
    records.delete([meeting])
    settled()
    assert visits.said[0].startswith("Meeting deleted")
    other = new_meeting(change, None)
    change(lambda work: a_decision(work, other, "Tickets"))
    records.delete([other])
    settled()
    assert isinstance(visits.complaints[0], Invalid)


# ---- the card of a match


def test_the_next_meeting_comes_first_and_the_held_ones_after(
    meeting: UUID,
    change: Do,
    season: SmallSeason,
    card: MatchMeetingsCard,
    settled: Wait,
) -> None:
    match, held = season.coming, {"status": MeetingStatus.HELD}
    for days in (5, 3):
        new_meeting(change, match, NOW - timedelta(days=days), **held)
    later = new_meeting(change, match, NOW + timedelta(days=2))
    change(lambda work: a_decision(work, later, "Tickets", fixture_id=match))
    card.reload()
    settled()
    badges = [line.findChildren(ValueLink)[0].full_text for line in card.stack.lines]
    assert badges == ["Local commission"] * 4
    assert card.header.note.text() == "2 to come · 1 decision open"


def test_the_card_opens_a_meeting(
    meeting: UUID, card: MatchMeetingsCard, visits: Visits
) -> None:
    card.stack.lines[0].findChildren(ValueLink)[0].click()
    assert visits.went == [("meeting", meeting)]


def test_a_new_meeting_is_about_the_match_and_its_file_opens(
    card: MatchMeetingsCard, settled: Wait, ask: Do, season: SmallSeason, visits: Visits
) -> None:
    assert not card.none.isHidden()
    dialog = card.add()
    dialog.form.type_in({"meets_at": NOW + timedelta(days=2)})
    dialog.save()
    settled()
    (made,) = ask(lambda work: meetings_of(work, season.coming))
    assert visits.went == [("meeting", made.id)]


def test_a_meeting_that_a_move_put_after_the_kick_off_is_marked_on_its_row(
    records: MeetingList,
    card: MatchMeetingsCard,
    change: Do,
    season: SmallSeason,
    settled: Wait,
) -> None:
    match = season.coming
    kick_off = change(lambda work: work.get(Fixture, match).kick_off_at)
    new_meeting(change, match, kick_off)
    new_meeting(change, match, kick_off, kind=MeetingKind.DEBRIEF)
    new_meeting(change, match, kick_off, status=MeetingStatus.CANCELLED)
    early = kick_off - timedelta(hours=1)
    new_meeting(change, match, early, kind=MeetingKind.DEBRIEF)

    def marks() -> list[str]:
        card.reload()
        settled()
        said = [each.text for each in card.findChildren(Badge)]
        return sorted(each for each in said if "kick-off" in each)

    assert marks() == ["After the kick-off", "Before the kick-off"]
    records.reload()
    settled()
    days = records.model
    levels = [days.index(row, 0).data(LEVEL_ROLE) for row in range(days.rowCount())]
    assert sorted(filter(None, levels)) == ["warn", "warn"]
    status = FixtureStatus.POSTPONED
    change(lambda work: setattr(work.get(Fixture, match), "status", status))
    assert marks() == []  # the old hour of a match that is off is none
