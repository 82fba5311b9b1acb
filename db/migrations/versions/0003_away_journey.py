"""How the away public comes: where it arrives, and by which roads (domain.md §2.8)."""

from __future__ import annotations

from alembic import op

revision = "0003_away_journey"
down_revision = "0002_journal"
branch_labels = None
depends_on = None

# Plain SQL, frozen here: a migration never follows later changes of the classes.
STATEMENTS = (
    "ALTER TABLE fixture ADD COLUMN away_station TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE fixture ADD COLUMN away_route TEXT DEFAULT '' NOT NULL",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
