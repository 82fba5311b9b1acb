"""The journal: history, undo, audit and exchange; and the pairs called the same.

Rows that were there before become the first act of the journal when the triggers are
installed after this migration (`store.upgrade`); no value changes.
"""

from __future__ import annotations

from alembic import op

revision = "0002_journal"
down_revision = "0001_first"
branch_labels = None
depends_on = None

# Plain SQL, frozen here: a migration never follows later changes of the classes.
STATEMENTS = (
    """
CREATE TABLE journal_replica (
    number INTEGER PRIMARY KEY,
    rid BLOB NOT NULL UNIQUE,
    cell_key BLOB,
    certificate BLOB,
    name TEXT DEFAULT '' NOT NULL,
    op_upto INTEGER DEFAULT 0 NOT NULL,
    act_upto INTEGER DEFAULT 0 NOT NULL
)
""",
    """
CREATE TABLE journal_state (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    applying INTEGER NOT NULL,
    self INTEGER,
    seq INTEGER NOT NULL,
    tno INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    chain BLOB,
    shape TEXT
)
""",
    """
CREATE TABLE journal_capture (
    id INTEGER PRIMARY KEY, kind TEXT, tbl TEXT, row BLOB, col TEXT, val
)
""",
    """
CREATE TABLE journal_act (
    act INTEGER PRIMARY KEY,
    hlc INTEGER,
    wall INTEGER,
    actor TEXT,
    title TEXT,
    detail TEXT,
    undoes INTEGER,
    version TEXT,
    first INTEGER,
    ops INTEGER,
    prev BLOB,
    chain BLOB,
    signature BLOB
)
""",
    """
CREATE TABLE journal_op (
    op INTEGER PRIMARY KEY,
    act INTEGER,
    kind TEXT,
    tbl TEXT,
    row BLOB,
    col TEXT,
    val,
    base INTEGER,
    salt BLOB,
    digest BLOB
)
""",
    "CREATE INDEX journal_op_row ON journal_op (row, col)",
    """
CREATE TABLE journal_pred (
    op INTEGER, pred INTEGER, rel TEXT, PRIMARY KEY (op, pred, rel)
) WITHOUT ROWID
""",
    """
CREATE TABLE journal_head (
    row BLOB, col TEXT, op INTEGER, win INTEGER, PRIMARY KEY (row, col, op)
) WITHOUT ROWID
""",
    "CREATE INDEX journal_head_losing ON journal_head (row, col) WHERE win = 0",
    "CREATE TABLE journal_missing (pred INTEGER PRIMARY KEY)",
    """
CREATE TABLE journal_waiting (
    target BLOB, row BLOB, tbl TEXT, col TEXT, PRIMARY KEY (target, row, col)
) WITHOUT ROWID
""",
    "CREATE TABLE journal_revived (row BLOB PRIMARY KEY, tbl TEXT) WITHOUT ROWID",
    "CREATE TABLE journal_stub (op INTEGER PRIMARY KEY, leaf BLOB)",
    """
CREATE TABLE journal_receipt (
    act INTEGER PRIMARY KEY,
    digest BLOB,
    sender INTEGER,
    number INTEGER,
    made INTEGER,
    manifest TEXT
)
""",
    """
CREATE TABLE journal_arrival (receipt INTEGER, first INTEGER, last INTEGER PRIMARY KEY)
""",
    """
CREATE TABLE journal_purged (
    row BLOB, col TEXT, op INTEGER, PRIMARY KEY (row, col, op)
) WITHOUT ROWID
""",
    "CREATE TABLE journal_twin (row BLOB PRIMARY KEY, elder BLOB) WITHOUT ROWID",
    """
CREATE TABLE journal_peer (
    cell_key BLOB PRIMARY KEY,
    name TEXT DEFAULT '' NOT NULL,
    box_key TEXT,
    trusted INTEGER,
    revoked INTEGER,
    seen TEXT,
    sent INTEGER DEFAULT 0 NOT NULL,
    received INTEGER DEFAULT 0 NOT NULL
) WITHOUT ROWID
""",
    """
CREATE TABLE twin (
    id BLOB NOT NULL,
    tbl TEXT DEFAULT '' NOT NULL,
    first_id BLOB,
    second_id BLOB,
    verdict TEXT DEFAULT 'same' NOT NULL,
    deleted_at TEXT,
    CONSTRAINT pk_twin PRIMARY KEY (id)
)
""",
    """
INSERT INTO journal_state (one, applying, seq, tno, hlc) VALUES (1, 0, 0, 0, 0)
""",
    """
INSERT OR IGNORE INTO local_setting (key, value)
SELECT 'own_cell', '"' || lower(hex(id)) || '"' FROM cell
WHERE deleted_at IS NULL ORDER BY id LIMIT 1
""",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement.strip())
