"""Real programmes in every format mean the same matches."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from sportsec.domain.competitions import Format
from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.intake.preview import IntakePreview, NewNames, Verdict
from sportsec.domain.intake.programme import Outcome
from sportsec.domain.words import Words
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.workspace import Workspace
from sportsec.tabular.reading import read_programme
from tests.data.intake.programmes import SAMPLES, Frame, a_frame, commit

BOTOLA = ("2024-2025", (date(2024, 8, 1), date(2025, 7, 31)))
TXT = SAMPLES / "morocco_fixtures/openfootball_2024-25_ma1.txt"
ODD = SAMPLES / "odd_encodings"
OTHERS = (
    SAMPLES / "morocco_fixtures/football_json_2024-25_ma.1.json",
    ODD / "botola_2024-25_fr_cp1252_semicolon.csv",
    ODD / "botola_2024-25_ar_cp1256_semicolon.csv",
    ODD / "botola_2024-25_ar.xlsx",
    ODD / "botola_2024-25_tzid_casablanca.ics",
)


def clubs() -> list[dict[str, str]]:
    with (SAMPLES / "clubs/morocco_clubs.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def botola(workspace: Workspace) -> Frame:
    label, days = BOTOLA
    return a_frame(workspace, days=days, label=label)


@pytest.fixture
def directory(botola: Frame) -> Frame:
    """The clubs of Morocco, by code, in three languages."""
    with botola.workspace.writing() as work:
        for row in clubs():
            name = Words(row["name_ar"], row["name_fr"], row["name_en"])
            city = Words(row["city_ar"], row["city_fr"])
            work.add(Club(code=row["code"], name=name, city=city))
        commit(work)
    return botola


def take(frame: Frame, path: Path, **values: object) -> IntakePreview:
    return frame.take(read_programme(path), **values)


def counted(seen: IntakePreview) -> dict[Outcome, int]:
    return {outcome: n for outcome, n in seen.counts.items() if n}


def matches(frame: Frame) -> set[tuple[UUID | None, ...]]:
    with frame.workspace.reading() as work:
        return {
            (each.home_club_id, each.away_club_id)
            for each in work.session.query(Fixture).all()
        }


def test_the_season_in_six_formats_is_one_set_of_200_matches(directory: Frame) -> None:
    """With the directory two names are not beyond doubt, and are asked about."""
    seen = directory.see(read_programme(TXT))
    asked = {name.spelled: name.proposals[0] for name in seen.open_names}
    assert {name: proposal.name.fr for name, proposal in asked.items()} == {
        "CR Khemis Zemamra": "Renaissance Club Athletic Zemamra",
        "Difaâ d'el Jadida": "Difaâ Hassani d'El Jadida",
    }
    chosen = {name: proposal.id for name, proposal in asked.items()}
    first = take(directory, TXT, clubs=chosen, new_clubs=NewNames.ASK)
    assert counted(first) == {Outcome.NEW: 200}
    before = matches(directory)
    for path in OTHERS:
        seen = directory.see(read_programme(path), new_venues=NewNames.CREATE)
        assert not seen.open_names, path.name
        assert set(counted(seen)) <= {Outcome.SAME, Outcome.MOVED}, path.name
        take(directory, path)
        again = directory.see(read_programme(path))
        assert counted(again) == {Outcome.SAME: 200}, path.name
    assert matches(directory) == before


def test_only_what_a_format_says_more_is_written(directory: Frame) -> None:
    """The French file names the grounds and gives every hour; it moves nothing."""
    codes = {"CR Khemis Zemamra": "RCAZ", "Difaâ d'el Jadida": "DHJ"}
    chosen = {name: _club(directory, code) for name, code in codes.items()}
    take(directory, TXT, clubs=chosen)
    for path in OTHERS:
        seen = directory.see(read_programme(path), new_venues=NewNames.CREATE)
        for line in seen.lines:
            assert {each.field for each in line.changes} <= {"venue_id"}, path.name


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.name)
def test_clubs_made_by_one_file_are_proposed_for_all_others(
    botola: Frame, path: Path
) -> None:
    """Whoever plays a club's matches is that club, in whatever spelling."""
    take(botola, TXT)
    seen = botola.see(read_programme(path), new_clubs=NewNames.CREATE)
    assert not [
        name
        for name in seen.names
        if name.verdict is Verdict.NEW and name.kind == "club"
    ]
    chosen = {name.spelled: name.proposals[0].id for name in seen.open_names}
    assert len(set(chosen.values())) == len(chosen)
    before = matches(botola)
    take(botola, path, clubs=chosen)
    assert matches(botola) == before


def test_a_feed_that_renames_every_match_is_recognised(workspace: Workspace) -> None:
    """Two days of a calendar of AFCON 2025: all identifiers changed in between."""
    days = (date(2025, 12, 1), date(2026, 1, 31))
    afcon = a_frame(workspace, Format.GROUP_KNOCKOUT, days, "2025-2026")
    folder = SAMPLES / "fixture_formats/ics"
    old, new = (
        read_programme(folder / f"odoral_afcon2025_snapshot_2025-12-{day}.ics")
        for day in (20, 22)
    )
    assert not {each.uid_hint for each in old.lines} & {
        each.uid_hint for each in new.lines
    }
    assert counted(afcon.take(old)) == {Outcome.NEW: 10}
    both = {(each.home, each.away) for each in old.lines} & {
        (each.home, each.away) for each in new.lines
    }
    seen = afcon.take(new)
    assert counted(seen) == {Outcome.NEW: 25 - len(both), Outcome.SAME: len(both)}
    assert len(both) == 9
    assert counted(afcon.see(new)) == {Outcome.SAME: 25}


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("morocco_fixtures/openfootball_2024-25_cafcl.txt", 148),
        ("fixture_formats/openfootball_2024-25_dz1.txt", 240),
        ("fixture_formats/openfootball_2024-25_eg1.txt", 225),
        ("fixture_formats/openfootball_2023-24_ug1.txt", 225),
        ("fixture_formats/openfootball_2025-26_en1.txt", 380),
    ],
)
def test_seasons_of_other_countries_come_in_whole(
    workspace: Workspace, name: str, count: int
) -> None:
    programme = read_programme(SAMPLES / name)
    year = int(programme.season[:4])
    frame = a_frame(
        workspace,
        Format.GROUP_KNOCKOUT if "cafcl" in name else Format.LEAGUE,
        (date(year, 7, 1), date(year + 1, 7, 31)),
        programme.season,
    )
    seen = frame.take(programme)
    assert seen.counts[Outcome.NEW] == count
    assert not [each for each in seen.names if each.verdict is Verdict.LIKELY]
    assert frame.see(programme).counts[Outcome.SAME] == len(programme.lines)


def test_a_match_broken_off_and_ended_the_next_day_is_one_with_its_remark(
    workspace: Workspace,
) -> None:
    name = "fixture_formats/openfootball_2023-24_ug1.txt"
    programme = read_programme(SAMPLES / name)
    days = date(2023, 7, 1), date(2024, 7, 31)
    frame = a_frame(workspace, Format.LEAGUE, days, programme.season)
    frame.take(programme)
    with workspace.reading() as work:
        query = select(Fixture).where(Fixture.status_remark.contains("heavy rain"))
        (match,) = work.session.scalars(query)
        assert match.kick_off_date == date(2023, 10, 20)
        assert match.status is FixtureStatus.PLAYED
        assert (match.home_score, match.away_score) == (0, 1)


def _club(frame: Frame, code: str) -> UUID:
    with frame.workspace.reading() as work:
        return work.session.query(Club).filter(Club.code == code).one().id
