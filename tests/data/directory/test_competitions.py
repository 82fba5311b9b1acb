"""Competitions and seasons."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sportsec.domain.competitions import (
    CompetitionDraft,
    Organiser,
    SeasonDraft,
    SeasonStatus,
)
from sportsec.domain.errors import Invalid
from sportsec.domain.listing import by
from sportsec.domain.words import Words
from sportsec.queries.competitions import (
    COMPETITIONS,
    SEASONS,
    CompetitionFilter,
    SeasonFilter,
    competition_draft,
    season_draft,
)
from sportsec.services.competitions import (
    add_competition,
    add_season,
    competition_problems,
    delete_competition,
    delete_season,
    restore_competition,
    restore_season,
    revise_competition,
    revise_season,
    season_problems,
)
from sportsec.store.work import Work
from tests.builders import a_club, a_fixture

LEAGUE = CompetitionDraft("D1", Words(fr="Championnat"), Organiser.LNFP)
SEASON = SeasonDraft("2026-2027", date(2026, 8, 1), date(2027, 6, 30))


def test_a_competition_is_kept_and_counts_its_matches(work: Work) -> None:
    key = add_competition(work, LEAGUE)
    a_fixture(work, a_club(work, "A"), a_club(work, "B"), competition_id=key)
    work.session.flush()
    assert competition_draft(work, key) == LEAGUE
    ids = COMPETITIONS.ids(work, CompetitionFilter("champ"), by("code"), None)
    (row,) = COMPETITIONS.rows(work, ids)
    assert (row.id, row.fixtures, row.organiser) == (key, 1, Organiser.LNFP)
    with pytest.raises(Invalid):
        delete_competition(work, key)


def test_a_competition_is_revised_deleted_and_brought_back(work: Work) -> None:
    key = add_competition(work, LEAGUE)
    revise_competition(work, key, replace(LEAGUE, away_quota_percent=8.0), seen=LEAGUE)
    work.session.flush()
    assert [p.field for p in competition_problems(work, LEAGUE)] == ["name"]
    delete_competition(work, key)
    work.session.flush()
    assert COMPETITIONS.count(work, CompetitionFilter()) == 0
    restore_competition(work, key)
    assert competition_draft(work, key).away_quota_percent == 8.0


def test_seasons_are_listed_latest_first_and_searched(work: Work) -> None:
    for year in (2024, 2025, 2026):
        add_season(
            work,
            SeasonDraft(f"{year}-{year + 1}", date(year, 8, 1), date(year + 1, 6, 30)),
        )
    work.session.flush()
    ids = SEASONS.ids(work, SeasonFilter(), by("-starts_on"), None)
    labels = [row.label for row in SEASONS.rows(work, ids)]
    assert labels == ["2026-2027", "2025-2026", "2024-2025"]
    assert SEASONS.count(work, SeasonFilter("2024")) == 1
    assert SEASONS.count(work, SeasonFilter()) == 3


def test_a_season_exists_once(work: Work) -> None:
    key = add_season(work, SEASON)
    work.session.flush()
    with pytest.raises(Invalid):
        add_season(work, SEASON)
    assert season_problems(work, SEASON, key) == []


def test_a_closed_season_is_read_only(work: Work) -> None:
    closed = replace(SEASON, status=SeasonStatus.CLOSED)
    key = add_season(work, closed)
    work.session.flush()
    with pytest.raises(Invalid):
        revise_season(work, key, replace(closed, label="2026"), seen=closed)
    revise_season(work, key, SEASON, seen=closed)
    assert season_draft(work, key) == SEASON


def test_matches_outside_a_season_are_told(work: Work) -> None:
    key = add_season(work, SEASON)
    a_fixture(
        *(work, a_club(work, "A"), a_club(work, "B")),
        kick_off_date=date(2027, 7, 4),
        kick_off_at=None,
        season_id=key,
    )
    work.session.flush()
    assert [p.field for p in season_problems(work, SEASON, key)] == ["ends_on"]
    with pytest.raises(Invalid):
        delete_season(work, key)


def test_an_empty_season_is_deleted_and_brought_back(work: Work) -> None:
    key = add_season(work, SEASON)
    work.session.flush()
    delete_season(work, key)
    work.session.flush()
    assert SEASONS.count(work, SeasonFilter()) == 0
    restore_season(work, key)
    work.session.flush()
    assert SEASONS.rows(work, [key])[0].label == "2026-2027"
