"""The merge alone: operations of the one cell become part of the other's record."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from sportsec.store.engine import connect
from sportsec.store.journal.merge import union
from sportsec.store.workspace import DATABASE
from sportsec.sync.incoming import Incoming
from tests.benchmarks.exchange_cells import Parted, copy_database

_KIB = 1024


class _Handed(Incoming):
    """Operations that another database holds, in the place of a file proved.

    Args:
        connection: Has the other database attached as `sender`.
    """

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._make_tables()
        connection.execute(
            "INSERT INTO main.journal_replica (rid, cell_key, certificate)"
            " SELECT rid, cell_key, certificate FROM sender.journal_replica WHERE true"
            " ON CONFLICT DO NOTHING"
        )
        there, here = connection.execute(
            "SELECT s.self, r.number FROM sender.journal_state s"
            " JOIN sender.journal_replica t ON t.number = s.self"
            " JOIN main.journal_replica r ON r.rid = t.rid"
        ).fetchone()
        low, high = there << 32, (there + 1) << 32
        moved = (here - there) << 32

        def of_sender(column: str) -> str:
            return f"{column} + {moved} * ({column} BETWEEN {low} AND {high})"

        op, act, base, pred, first = map(
            of_sender, ("op", "act", "base", "pred", "first")
        )
        for table, taken in (
            ("op", f"{op}, {act}, kind, tbl, row, col, val, {base}, salt, digest"),
            (
                "act",
                (
                    f"{act}, hlc, wall, actor, title, detail, undoes, version,"
                    f" {first}, ops, prev, chain, signature"
                ),
            ),
            ("pred", f"{op}, {pred}, rel"),
        ):
            key = "act" if table == "act" else "op"
            connection.execute(
                f"INSERT INTO temp.incoming_{table} SELECT {taken}"
                f" FROM sender.journal_{table} WHERE {key} BETWEEN {low} AND {high}"
            )


@dataclass(frozen=True, slots=True)
class Merging:
    """One merge.

    Args:
        seconds: From the first operation read to the commit on the disk.
        before, most: Memory of the process before it and at most, in MiB.
    """

    seconds: float
    before: int
    most: int


def merged_apart(parted: Parted, folder: Path) -> Merging:
    """Merge what the sender did into a copy of the receiver, in a process of its own.

    The operations are read from the attached database, as the upsert reads its rows;
    they are on the disk in the end. Opening a file and proving it are no part of it.
    """
    database = copy_database(parted.receiver, folder) / DATABASE
    asked = [sys.executable, "-m", __name__, str(parted.sender / DATABASE), database]
    said = subprocess.run(asked, check=True, stdout=subprocess.PIPE, text=True).stdout
    return Merging(**json.loads(said))


def _merge(sender: Path, receiver: Path) -> Merging:
    connection = connect(receiver)
    connection.execute("ATTACH ? AS sender", (f"{sender.as_uri()}?mode=ro",))
    before = taken()
    start = time.perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    _Handed(connection)
    union(connection)
    connection.execute("COMMIT")
    seconds = time.perf_counter() - start
    connection.close()
    return Merging(seconds, before, taken())


def taken() -> int:
    """Return the most memory taken so far, in MiB.

    Of Linux itself: `ru_maxrss` begins with what the parent process had taken.
    """
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(each for each in status.splitlines() if each.startswith("VmHWM:"))
    return int(line.split()[1]) // _KIB


if __name__ == "__main__":
    print(json.dumps(asdict(_merge(*map(Path, sys.argv[1:])))))
