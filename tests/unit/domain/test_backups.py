"""Which backups stay: examples, and what must hold whatever was made when."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sportsec.domain.backups import (
    Backup,
    BackupReason,
    backup_named,
    is_due,
    kept,
)

NOW = datetime(2026, 11, 27, 8, 30, tzinfo=UTC)

ages = st.timedeltas(timedelta(0), timedelta(days=1200))
backups = st.builds(
    lambda age, nth, why: Backup((NOW - age).replace(microsecond=0), nth, why),
    ages,
    st.integers(1, 3),
    st.sampled_from(BackupReason),
)
several = st.sets(backups, max_size=60)
later = st.timedeltas(timedelta(0), timedelta(days=1200))


def daily(days_ago: float) -> Backup:
    made_at = (NOW - timedelta(days=days_ago)).replace(microsecond=0)
    return Backup(made_at, 1, BackupReason.DAILY)


@given(backup=backups)
def test_a_backup_is_known_again_by_its_name(backup: Backup) -> None:
    assert backup_named(backup.name) == backup


@pytest.mark.parametrize(
    "name",
    [
        "20261127T083000Z-daily.db.part",
        "20261127T083000Z-sometimes.db",
        "20260230T083000Z-daily.db",
        "20261127T083000Z-unreadable.db",
        "sportsec.db",
    ],
)
def test_other_files_are_no_backups(name: str) -> None:
    assert backup_named(name) is None


def test_two_years_of_daily_use_leave_a_few_dozen() -> None:
    made = {daily(days) for days in range(900)}
    days = sorted((NOW - each.made_at).days for each in kept(made, NOW))
    assert days[:15] == list(range(15))
    weeks = [day for day in days if 14 < day <= 56]
    assert [b - a for a, b in pairwise(weeks)].count(7) >= 3
    assert 700 <= days[-1] <= 730
    assert len(days) <= 15 + 7 + 24


def test_everything_of_the_last_day_stays() -> None:
    made = {daily(hours / 24) for hours in range(24)}
    assert kept(made, NOW) == made


def test_a_day_is_one_of_the_clocks_on_the_wall() -> None:
    past_midnight = datetime(2026, 11, 26, 23, 30, tzinfo=UTC)
    made = [Backup(past_midnight, 1, BackupReason.DAILY)]
    now = datetime(2026, 11, 27, 8, 0, tzinfo=UTC)
    assert not is_due(made, now, timezone(timedelta(hours=1)))
    assert is_due(made, now, UTC)
    assert is_due([], now, UTC)


@given(made=several)
def test_the_newest_stays_and_so_does_what_was_made_by_hand(made: set[Backup]) -> None:
    stay = kept(made, NOW)
    assert stay <= made
    assert not made or max(made) in stay
    assert {each for each in made if each.reason is BackupReason.BY_HAND} <= stay


@given(made=several)
def test_thinning_twice_is_thinning_once(made: set[Backup]) -> None:
    stay = kept(made, NOW)
    assert kept(stay, NOW) == stay


@given(made=several, wait=later)
def test_what_time_has_thinned_out_never_belongs_to_those_that_stay(
    made: set[Backup], wait: timedelta
) -> None:
    assert kept(made, NOW + wait) <= kept(made, NOW)


@given(made=several, wait=later)
def test_thinning_every_day_keeps_what_thinning_once_keeps(
    made: set[Backup], wait: timedelta
) -> None:
    assert kept(kept(made, NOW), NOW + wait) == kept(made, NOW + wait)


@given(made=several, wait=later)
def test_no_day_week_or_month_is_left_without_its_backup(
    made: set[Backup], wait: timedelta
) -> None:
    now = NOW + wait
    stay = kept(made, now)
    spans = (
        (14, lambda each: each.made_at.date()),
        (56, lambda each: each.made_at.isocalendar()[:2]),
        (730, lambda each: (each.made_at.year, each.made_at.month)),
    )
    for days, span in spans:
        young = {each for each in made if now - each.made_at <= timedelta(days=days)}
        assert {span(each) for each in young} <= {span(each) for each in stay}
