"""A workspace with ten years of a country: the sample season, and all that was before.

What is on view (this week, the season) is that of the sample, so that both can be
compared; behind it lie 30,000 matches with their plans and ratings, 100,000 people, and
two million changes.
"""

from __future__ import annotations

from pathlib import Path

from sportsec.domain.words import N_
from sportsec.store.workspace import Workspace
from tests.benchmarks.cells import cell_with_contacts

YEARS, PER_YEAR, PEOPLE = 10, 3_000, 100_000

_MATCHES = """
WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < :count - 1),
clubs (place, id, venue) AS (
  SELECT row_number() OVER (ORDER BY id) - 1, id, home_venue_id FROM club)
INSERT INTO fixture (id, round, competition_id, season_id, home_club_id, away_club_id,
  venue_id, kick_off_date, kick_off_at, ref_no)
SELECT randomblob(16), 1 + i % 30,
  (SELECT id FROM competition ORDER BY code LIMIT 1),
  (SELECT id FROM season ORDER BY label LIMIT 1), home.id, away.id, home.venue,
  date('now', -(30 + :from + i / 8) || ' days'),
  date('now', -(30 + :from + i / 8) || ' days') || 'T' || (13 + i % 8)
    || ':00:00.000000Z', 'NAT/' || :year || '/' || i
FROM n JOIN clubs home ON home.place = i % 16
JOIN clubs away ON away.place = (i % 16 + 1 + i % 15) % 16
"""
_SOME = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {})"
_OF_YEAR = "FROM fixture f, n WHERE f.ref_no LIKE 'NAT/' || :year || '/%'"
_BELOW = (
    (
        f"{_SOME.format(8)} INSERT INTO detachment"
        " (id, fixture_id, headcount, position, name_fr)"
        f" SELECT randomblob(16), f.id, 5 + i, i, 'Équipe ' || i {_OF_YEAR}"
    ),
    (
        f"{_SOME.format(2)} INSERT INTO assignment (id, detachment_id, headcount)"
        " SELECT randomblob(16), d.id, i FROM detachment d JOIN fixture f"
        " ON f.id = d.fixture_id, n WHERE f.ref_no LIKE 'NAT/' || :year || '/%'"
    ),
    (
        f"{_SOME.format(4)} INSERT INTO estimate (id, fixture_id, persons, source)"
        f" SELECT randomblob(16), f.id, 100 * i, 'club' {_OF_YEAR}"
    ),
    (
        "INSERT INTO kick_off_change (id, fixture_id, changed_at, reason)"
        " SELECT randomblob(16), f.id, f.kick_off_at, 'TV' FROM fixture f"
        " WHERE f.ref_no LIKE 'NAT/' || :year || '/%'"
    ),
    (
        "INSERT INTO risk_assessment (id, fixture_id, rater, category_inside,"
        " category_outside, category_travel, decided_at) SELECT randomblob(16), f.id,"
        " 'cell', 1, 1, 1, f.kick_off_at FROM fixture f"
        " WHERE f.ref_no LIKE 'NAT/' || :year || '/%'"
    ),
    (
        f"{_SOME.format(12)} INSERT INTO risk_item (id, assessment_id, value)"
        " SELECT randomblob(16), r.id, i % 4 FROM risk_assessment r JOIN fixture f"
        " ON f.id = r.fixture_id, n WHERE f.ref_no LIKE 'NAT/' || :year || '/%'"
    ),
)
_LATER = (
    (
        "UPDATE assignment SET headcount = headcount + 1 WHERE detachment_id IN"
        " (SELECT d.id FROM detachment d JOIN fixture f ON f.id = d.fixture_id"
        "  WHERE f.ref_no LIKE 'NAT/' || :year || '/%')"
    ),
    (
        "UPDATE estimate SET persons = persons + 1 WHERE fixture_id IN"
        " (SELECT f.id FROM fixture f WHERE f.ref_no LIKE 'NAT/' || :year || '/%')"
    ),
)


def national_cell(folder: Path) -> Workspace:
    """Make the workspace; takes minutes."""
    workspace = cell_with_contacts(folder, PEOPLE)
    for year in range(YEARS):
        for statements in ((_MATCHES, *_BELOW), _LATER):
            _act(workspace, statements, year)
    workspace.close()
    return Workspace.open(folder)


def _act(workspace: Workspace, statements: tuple[str, ...], year: int) -> None:
    span = PER_YEAR // 8
    values = {"count": PER_YEAR, "from": span * year, "year": year}
    with workspace.writing() as work:
        connection = work.session.connection()
        for statement in statements:
            named = {key: values[key] for key in values if f":{key}" in statement}
            connection.exec_driver_sql(statement, named)
        work.commit(N_("Ten years"))
