"""The journal: every change of the record, once and for all, and what follows from it.

These tables are not themselves journalled. `journal_act`, `journal_op` and
`journal_pred` are the truth; the record and the other tables here are computed from
them. Identifiers of acts and operations are `replica number << 32 | count`: replica
numbers are local to this database, `journal_replica.rid` names them everywhere.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, Table, Text, text

Journal = MetaData()


def _number(name: str, *, primary_key: bool = False) -> Column[int]:
    return Column(name, Integer, primary_key=primary_key)


def _words(name: str) -> Column[str]:
    return Column(name, Text)


def _bytes(name: str, *, primary_key: bool = False) -> Column[bytes]:
    return Column(name, LargeBinary, primary_key=primary_key)


def _table(name: str, *parts: Column[int] | Column[str] | Column[bytes]) -> Table:
    return Table(f"journal_{name}", Journal, *parts)


#: Every incarnation of every database that is known here. `op_upto` and `act_upto`
#: count what is known of it without a gap.
replica = _table(
    "replica",
    _number("number", primary_key=True),
    Column("rid", LargeBinary, nullable=False, unique=True),
    _bytes("cell_key"),
    _bytes("certificate"),
    Column("name", Text, nullable=False, server_default=""),
    Column("op_upto", Integer, nullable=False, server_default="0"),
    Column("act_upto", Integer, nullable=False, server_default="0"),
)
#: One row: who this database is, the highest stamp it heard of (its own acts have
#: theirs), how its tables are shaped.
state = _table(
    "state",
    _number("one", primary_key=True),
    Column("applying", Integer, nullable=False),
    _number("self"),
    Column("hlc", Integer, nullable=False),
    _words("shape"),
)
#: What the triggers saw and the seal has not numbered yet; empty between acts.
capture = _table(
    "capture",
    _number("id", primary_key=True),
    _words("kind"),
    _words("tbl"),
    _bytes("row"),
    _words("col"),
    _bytes("val"),
)
act = _table(
    "act",
    _number("act", primary_key=True),
    _number("hlc"),
    _number("wall"),
    _words("actor"),
    _words("title"),
    _words("detail"),
    _number("undoes"),
    _words("version"),
    _number("first"),
    _number("ops"),
    _bytes("prev"),
    _bytes("chain"),
    _bytes("signature"),
)
op = _table(
    "op",
    _number("op", primary_key=True),
    _number("act"),
    _words("kind"),
    _words("tbl"),
    _bytes("row"),
    _words("col"),
    _bytes("val"),
    _number("base"),
    _bytes("salt"),
    _bytes("digest"),
)
Index("journal_op_row", op.c.row, op.c.col)
#: What an operation supersedes besides its base ("S"), what a deletion covers ("C").
pred = _table(
    "pred",
    _number("op", primary_key=True),
    _number("pred", primary_key=True),
    Column("rel", Text, primary_key=True),
)
#: Operations that nothing known supersedes; a register without one shows its insert.
head = _table(
    "head",
    _bytes("row", primary_key=True),
    Column("col", Text, primary_key=True),
    _number("op", primary_key=True),
    _number("win"),
)
Index(
    "journal_head_losing",
    head.c.row,
    head.c.col,
    sqlite_where=text("win = 0"),
)
#: Operations that a known one supersedes, but that have not arrived.
missing = _table("missing", _number("pred", primary_key=True))
#: References shown otherwise than written: their target is unknown, or a twin.
waiting = _table(
    "waiting",
    _bytes("target", primary_key=True),
    _bytes("row", primary_key=True),
    _words("tbl"),
    Column("col", Text, primary_key=True),
)
#: Records deleted in one cell and edited in another: they live, and are a conflict.
revived = _table("revived", _bytes("row", primary_key=True), _words("tbl"))
#: Hashes of operations that came without themselves, so that their act verifies.
stub = _table("stub", _number("op", primary_key=True), _bytes("leaf"))
#: Files taken in: each is a local act without operations of its own.
receipt = _table(
    "receipt",
    _number("act", primary_key=True),
    _bytes("digest"),
    _number("sender"),
    _number("number"),
    _number("made"),
    _words("manifest"),
)
arrival = _table(
    "arrival",
    _number("receipt"),
    _number("first"),
    _number("last", primary_key=True),
)
purged = _table(
    "purged",
    _bytes("row", primary_key=True),
    Column("col", Text, primary_key=True),
    _number("op", primary_key=True),
)
twin = _table("twin", _bytes("row", primary_key=True), _bytes("elder"))
#: Cells met, by their key; `seen` is what they said they know.
peer = _table(
    "peer",
    _bytes("cell_key", primary_key=True),
    Column("name", Text, nullable=False, server_default=""),
    _words("box_key"),
    _number("trusted"),
    _number("revoked"),
    _words("seen"),
    Column("sent", Integer, nullable=False, server_default="0"),
    # Not written any more: what was taken in is told by the receipts.
    Column("received", Integer, nullable=False, server_default="0"),
)
