"""Workspaces to measure on: the sample season, and more of everything."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from sportsec.domain.words import N_
from sportsec.queries.clock import local_day
from sportsec.services.workspace import create, sample_names
from sportsec.store.engine import connect
from sportsec.store.journal import capture
from sportsec.store.work import Work
from sportsec.store.workspace import DATABASE, Workspace

_MATCHES = """
WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < :count - 1),
clubs (place, id, venue) AS (
  SELECT row_number() OVER (ORDER BY id) - 1, id, home_venue_id FROM club)
INSERT INTO fixture (id, round, competition_id, season_id, home_club_id, away_club_id,
  venue_id, kick_off_date, kick_off_at, ref_no)
SELECT randomblob(16), 1 + i % 30,
  (SELECT id FROM competition ORDER BY code LIMIT 1),
  (SELECT id FROM season ORDER BY label LIMIT 1), home.id, away.id, home.venue,
  date('2027-08-01', (i / 40) || ' days'),
  date('2027-08-01', (i / 40) || ' days') || 'T' || printf('%02d', 13 + i % 8)
    || ':00:00.000000Z',
  'BEN/' || i
FROM n JOIN clubs home ON home.place = i % 16
JOIN clubs away ON away.place = (i % 16 + 1 + i % 15) % 16
"""
_CONTACTS = """
WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < :count - 1),
names (place, ar, latin) AS (
  SELECT row_number() OVER (ORDER BY id) - 1, name_ar, name_latin FROM contact)
INSERT INTO contact (id, name_ar, name_latin, phone, organisation_id)
SELECT randomblob(16), one.ar || ' ' || i, one.latin || ' ' || i, '+2126000' || i,
  (SELECT id FROM organisation ORDER BY id LIMIT 1)
FROM n JOIN names one ON one.place = i % (SELECT count(*) FROM names)
"""


def empty_cell(folder: Path) -> Workspace:
    """Make a workspace without any match."""
    return _made(folder, sample=False)


def sample_cell(folder: Path) -> Workspace:
    """Make a workspace with the sample season."""
    return _made(folder, sample=True)


def cell_with_matches(folder: Path, count: int) -> Workspace:
    """Make a workspace with the sample's clubs and exactly `count` matches."""
    workspace = sample_cell(folder)
    with workspace.writing() as work:
        _run(work, "UPDATE fixture SET deleted_at = '2026-01-01T00:00:00.000000Z'")
        _run(work, _MATCHES, count=count)
        work.commit(N_("Matches"))
    return _settled(workspace)


def cell_with_contacts(folder: Path, count: int) -> Workspace:
    """Make a workspace with the sample and so many more people."""
    workspace = sample_cell(folder)
    with workspace.writing() as work:
        _run(work, _CONTACTS, count=count)
        work.commit(N_("Contacts"))
    return _settled(workspace)


def cell_with_names(folder: Path, count: int) -> Workspace:
    """Make a workspace with the sample and so many people whom no history tells of.

    The search reads none, and a million would take ten times as long to write.
    """
    sample_cell(folder).close()
    with closing(connect(folder / DATABASE)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN IMMEDIATE")
        with connection:
            capture.remove(connection)
            connection.execute(_CONTACTS, {"count": count})
            capture.install(connection)
    return Workspace.open(folder)


def _made(folder: Path, *, sample: bool) -> Workspace:
    workspace = Workspace.open(folder, create=True)
    with workspace.writing() as work:
        cell, command, city = sample_names()
        day = local_day(work) if sample else None
        create(work, cell, command, city=city, sample_on=day)
        work.commit(N_("Workspace made"))
    return workspace


def _run(work: Work, statement: str, **values: object) -> None:
    work.session.connection().exec_driver_sql(statement, values)


def _settled(workspace: Workspace) -> Workspace:
    """Open it again: closing puts the write-ahead log into the file."""
    workspace.close()
    return Workspace.open(workspace.folder)
