"""Taking in 50,000 lines against reading them with csv and writing them bare."""

from __future__ import annotations

import csv
import itertools
import random
import time
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from sportsec.domain.identity import new_id
from sportsec.domain.intake.preview import NewNames
from sportsec.domain.words import N_
from sportsec.services.intake.accept import accept
from sportsec.services.intake.preview import preview
from sportsec.services.programme_frame import choices_for
from sportsec.store.engine import connect
from sportsec.store.workspace import DATABASE
from sportsec.tabular.reading import read_programme
from tests.benchmarks.cells import empty_cell
from tests.benchmarks.harness import Figure, compare

TARGET = 6.0
LINES = 50_000
CLUBS = 240
_SYLLABLES = [one + two for one in "bdfgklmnrstz" for two in "aeiou"]
_INSERT = """INSERT INTO fixture (id, ref_no, round, competition_id, season_id,
  home_club_id, away_club_id, venue_id, kick_off_date, kick_off_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""


def figures(folder: Path, rounds: int) -> Iterator[Figure]:
    """Measure reading, comparing and writing; workspaces are made beforehand."""
    file = folder / "programme.csv"
    write_programme(file)
    places = itertools.count()

    yield compare(
        f"intake of {LINES:,} lines",
        TARGET,
        lambda: taken(file, folder / f"cell-{next(places)}"),
        lambda: bare(file, folder / f"bare-{next(places)}"),
        rounds=rounds,
        note="read, compare, write, commit ÷ csv parse + executemany, same table",
    )


def write_programme(file: Path) -> None:
    """Write a league of many clubs, as a federation's office would send it."""
    chance = random.Random(1)
    names = ["".join(chance.choices(_SYLLABLES, k=6)).title() for _ in range(CLUBS)]
    pairs = itertools.islice(itertools.permutations(names, 2), LINES)
    with file.open("w", encoding="utf-8", newline="") as target:
        table = csv.writer(target, delimiter=";")
        table.writerow(("Date", "Heure", "Domicile", "Extérieur", "Stade", "Journée"))
        for number, (home, away) in enumerate(pairs):
            day = date(2026, 8, 15) + timedelta(number % 280)
            venue = f"Stade {home}"
            round_ = str(1 + number % 38)
            table.writerow((f"{day:%d/%m/%Y}", "19:00", home, away, venue, round_))


def taken(file: Path, folder: Path) -> float:
    """Return the seconds the program takes, without making the workspace."""
    workspace = empty_cell(folder)
    start = time.perf_counter()
    with workspace.writing() as work:
        programme = read_programme(file)
        choices = choices_for(
            work,
            programme,
            competition="Championnat",
            season="2026-2027",
            new_names=NewNames.CREATE,
        )
        work.session.flush()
        seen = preview(work, programme, choices)
        result = accept(work, seen)
        work.commit(N_("Programme"))
    seconds = time.perf_counter() - start
    workspace.close()
    assert len(result.new) == LINES, seen.counts
    return seconds


def bare(file: Path, folder: Path) -> float:
    """Return the seconds of the least that puts the same matches into the calendar.

    The same table with its indexes and references; nothing is checked, compared or
    understood: the file's form is known beforehand.
    """
    empty_cell(folder).close()
    connection: driver.Connection = connect(folder / DATABASE)
    start = time.perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    with file.open(encoding="utf-8", newline="") as source:
        rows = csv.reader(source, delimiter=";")
        next(rows)
        connection.executemany(_INSERT, _matches(connection, rows))
    connection.execute("COMMIT")
    seconds = time.perf_counter() - start
    connection.close()
    return seconds


def _matches(
    connection: driver.Connection, rows: Iterable[list[str]]
) -> Iterator[tuple[object, ...]]:
    season, league = new_id().bytes, new_id().bytes
    connection.execute("INSERT INTO season (id, label) VALUES (?, 'S')", (season,))
    connection.execute("INSERT INTO competition (id) VALUES (?)", (league,))
    clubs: dict[str, bytes] = {}
    venues: dict[str, bytes] = {}
    for number, (day, hour, home, away, venue, round_) in enumerate(rows):
        for table, known, name in (
            ("club", clubs, home),
            ("club", clubs, away),
            ("venue", venues, venue),
        ):
            if name not in known:
                known[name] = new_id().bytes
                statement = f"INSERT INTO {table} (id, name_fr) VALUES (?, ?)"
                connection.execute(statement, (known[name], name))
        iso = f"{day[6:]}-{day[3:5]}-{day[:2]}"
        yield (
            *(new_id().bytes, f"X/{number}", round_, league, season),
            *(clubs[home], clubs[away], venues[venue]),
            *(iso, f"{iso}T{hour}:00.000000Z"),
        )
