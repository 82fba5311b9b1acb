"""The hours on a briefing: those of the match, of the gates and of the phases."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from sportsec.domain.deployment import Phase
from sportsec.domain.kick_off import match_times
from sportsec.domain.phases import default_windows
from sportsec.domain.words import Words
from sportsec.i18n.formats import ZONE
from sportsec.i18n.translator import translator
from sportsec.queries.briefing.rows import PhaseRow
from sportsec.reports.briefing.build import build
from sportsec.reports.briefing.timeline import moments
from sportsec.reports.document import Block, Heading, KeepTogether, KeyValues, Table
from tests.unit.reports.briefings import parts_of, rows, texts

KICK_OFF = datetime(2026, 12, 5, 18, 0, tzinfo=UTC)
EARLY = "The departure begins before the whistle"


def english(**values: Any) -> str:
    shown = texts(build(rows(**values), translator("en")))
    return shown.replace("\u2068", "").replace("\u2069", "")


def the_usual_phases() -> tuple[PhaseRow, ...]:
    return tuple(
        PhaseRow(phase, window.starts_at, window.ends_at, Words())
        for phase, window in default_windows(KICK_OFF).items()
    )


def test_half_time_and_whistle_are_those_that_the_match_file_shows() -> None:
    times = match_times(KICK_OFF)
    shown = {msgid: moment for moment, msgid in moments(rows())}
    assert shown["Half-time (about)"] == times.half_time
    assert shown["Final whistle (about)"] == times.final_whistle


def test_a_departure_before_the_whistle_is_explained() -> None:
    assert EARLY in english(phases=the_usual_phases())


def test_a_departure_from_the_whistle_on_needs_no_word() -> None:
    whistle = match_times(KICK_OFF).final_whistle
    late = PhaseRow(Phase.P4, whistle, whistle + timedelta(hours=1), Words())
    assert EARLY not in english(phases=(late,))
    assert EARLY not in english()


def test_a_phase_of_whole_days_has_days_and_no_hours() -> None:
    shown = english(phases=the_usual_phases())
    assert "\n05/11/2026\n04/12/2026\n" in shown
    assert "00:00" not in shown


@pytest.mark.parametrize(
    ("computed", "said"), [(True, "16:30 (computed)"), (False, "16:30")]
)
def test_the_cover_says_whether_the_opening_of_the_gates_was_only_computed(
    *, computed: bool, said: str
) -> None:
    opening = datetime(2026, 12, 5, 16, 30, tzinfo=UTC)
    paper = build(
        rows(gates_open_at=opening, are_gates_computed=computed), translator("en")
    )
    facts = [part.items for part in parts_of(paper) if isinstance(part, KeyValues)]
    (shown,) = (text for items in facts for name, text in items if name == "Gates open")
    assert texts(shown).replace("\u2068", "").replace("\u2069", "") == said


@pytest.mark.parametrize("number", ["3", "8"])
def test_a_table_of_hours_or_contacts_stays_with_its_heading(number: str) -> None:
    (bound,) = (
        block.blocks
        for block in build(rows(), translator("en")).blocks
        if isinstance(block, KeepTogether) and _is_headed(block.blocks[0], number)
    )
    assert isinstance(bound[-1], Table)


def _is_headed(block: Block, number: str) -> bool:
    return isinstance(block, Heading) and block.number == number


def test_a_phase_from_another_day_ends_on_a_named_day() -> None:
    begins = KICK_OFF - timedelta(days=1)
    phase = PhaseRow(Phase.P1, begins, KICK_OFF - timedelta(hours=3), Words())
    window = (phase.starts_at, phase.ends_at)
    shown = english(phases=(phase,))
    assert all(at is not None for at in window)
    clock = [f"{at.astimezone(ZONE):%d/%m/%Y %H:%M}" for at in window if at]
    assert "\n".join(clock) in shown
