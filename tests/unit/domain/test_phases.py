"""When the phases of a deployment begin and end."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sportsec.domain.deployment import Phase, PhaseDraft
from sportsec.domain.phases import (
    Window,
    carried_over,
    check_phase,
    default_windows,
    on_the_ground,
)

KICK_OFF = datetime(2026, 12, 5, 19, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def clock(windows: dict[Phase, Window]) -> list[str]:
    return [f"{windows[phase].starts_at:%H:%M}" for phase in list(Phase)[1:]]


def test_the_usual_windows_of_an_evening_match() -> None:
    windows = default_windows(KICK_OFF, KICK_OFF - 3 * HOUR)
    assert clock(windows) == ["13:00", "16:00", "19:00", "20:37", "21:52", "00:52"]
    assert windows[Phase.P6].ends_at - KICK_OFF == timedelta(hours=6, minutes=52)


def test_gates_that_open_early_bring_the_muster_forward() -> None:
    windows = default_windows(KICK_OFF, KICK_OFF - 6 * HOUR)
    assert windows[Phase.P1].starts_at == KICK_OFF - 7 * HOUR
    assert windows[Phase.P2].starts_at == KICK_OFF - 6 * HOUR


def test_without_gates_the_public_is_awaited_three_hours_before() -> None:
    assert default_windows(KICK_OFF)[Phase.P2].starts_at == KICK_OFF - 3 * HOUR


def test_the_preparation_ends_at_local_midnight_also_in_ramadan() -> None:
    # Morocco: UTC+1 until September 2026, in Ramadan UTC+0.
    autumn = default_windows(datetime(2025, 12, 5, 19, 0, tzinfo=UTC))[Phase.P0]
    assert autumn.ends_at == datetime(2025, 12, 4, 23, 0, tzinfo=UTC)
    ramadan = default_windows(datetime(2026, 2, 20, 22, 0, tzinfo=UTC))[Phase.P0]
    assert ramadan.ends_at == datetime(2026, 2, 20, tzinfo=UTC)


@given(
    st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)),  # noqa: DTZ001 - made aware
    st.integers(-60, 900),
)
def test_phases_follow_one_another_without_gap(day: datetime, minutes: int) -> None:
    kick_off = day.replace(tzinfo=UTC)
    windows = default_windows(kick_off, kick_off - timedelta(minutes=minutes))
    held = [windows[phase] for phase in list(Phase)[1:]]
    assert all(one.ends_at == other.starts_at for one, other in pairwise(held))
    assert all(window.ends_at >= window.starts_at for window in held)
    assert windows[Phase.P0].ends_at <= windows[Phase.P1].starts_at
    assert set(windows) == set(Phase)


def test_the_deployment_lasts_from_installation_to_stand_down() -> None:
    windows = default_windows(KICK_OFF)
    span = on_the_ground(windows)
    assert span == Window(windows[Phase.P1].starts_at, windows[Phase.P6].ends_at)
    assert on_the_ground({Phase.P0: windows[Phase.P0]}) is None


def test_windows_that_only_touch_do_not_overlap() -> None:
    first = Window(KICK_OFF, KICK_OFF + HOUR)
    assert not first.overlaps(Window(KICK_OFF + HOUR, KICK_OFF + 2 * HOUR))
    assert first.overlaps(Window(KICK_OFF, KICK_OFF + 2 * HOUR))
    assert first.length == HOUR


@pytest.mark.parametrize(
    ("draft", "fields"),
    [
        (PhaseDraft(KICK_OFF, KICK_OFF + HOUR), []),
        (PhaseDraft(KICK_OFF, KICK_OFF), ["ends_at"]),
        (PhaseDraft(None, KICK_OFF), ["starts_at"]),
        (PhaseDraft(), ["starts_at", "ends_at"]),
    ],
)
def test_a_phase_begins_before_it_ends(draft: PhaseDraft, fields: list[str]) -> None:
    assert [problem.field for problem in check_phase(draft)] == fields


def test_hours_taken_over_are_as_usual_where_nobody_set_them() -> None:
    week = timedelta(days=7)
    there, here = (
        Window(KICK_OFF - 3 * HOUR, KICK_OFF),
        Window(KICK_OFF + week - 2 * HOUR, KICK_OFF + week),
    )
    assert carried_over(there, there, here, week) == here
    early = Window(KICK_OFF - 4 * HOUR, KICK_OFF)
    assert (
        carried_over(early, there, here, week).starts_at == KICK_OFF + week - 4 * HOUR
    )
    late = Window(KICK_OFF - HOUR, KICK_OFF)
    brief = Window(KICK_OFF + week - 5 * HOUR, KICK_OFF + week - 4 * HOUR)
    moved = Window(KICK_OFF + week - HOUR, KICK_OFF + week)
    assert (
        carried_over(late, there, brief, week) == moved
    )  # never ends before it begins
