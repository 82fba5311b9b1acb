"""A replica's last act says how far it has counted; it stands nowhere a second time."""

from __future__ import annotations

from alembic import op

revision = "0004_standing"
down_revision = "0003_away_journey"
branch_labels = None
depends_on = None

# Plain SQL, frozen here: a migration never follows later changes of the classes.
STATEMENTS = (
    "ALTER TABLE journal_state DROP COLUMN seq",
    "ALTER TABLE journal_state DROP COLUMN tno",
    "ALTER TABLE journal_state DROP COLUMN chain",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
