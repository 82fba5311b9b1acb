from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from sportsec.store.engine import connect, wal_is_safe


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 0), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 53, 4), True),
    ],
)
def test_write_ahead_logging_is_used_only_where_it_loses_nothing(
    version: tuple[int, int, int], *, safe: bool
) -> None:
    assert wal_is_safe(version) is safe


def test_every_connection_guards_references_and_survives_power_cuts(
    tmp_path: Path,
) -> None:
    with closing(connect(tmp_path / "a.db")) as connection:

        def pragma(name: str) -> object:
            return connection.execute(f"PRAGMA {name}").fetchone()[0]

        assert pragma("foreign_keys") == 1
        assert pragma("recursive_triggers") == 1
        assert pragma("synchronous") == 2
        assert pragma("journal_mode") in {"wal", "truncate"}
        assert pragma("busy_timeout") == 10000


def test_a_key_encrypts_the_file_and_opens_it_again(tmp_path: Path) -> None:
    path, key = tmp_path / "a.db", bytes(range(32))
    with closing(connect(path, key=key)) as connection:
        connection.execute("CREATE TABLE t (x)")
    assert not path.read_bytes().startswith(b"SQLite format 3")
    with closing(connect(path, key=key)) as connection:
        assert connection.execute("SELECT count(*) FROM t").fetchone() == (0,)


def test_a_file_encrypted_with_another_key_does_not_open(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with closing(connect(path, key=bytes(32))) as connection:
        connection.execute("CREATE TABLE t (x)")
    with pytest.raises(driver.DatabaseError):
        connect(path, key=bytes(range(32)))


def test_a_read_only_connection_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with closing(connect(path)) as connection:
        connection.execute("CREATE TABLE t (x)")
    with (
        closing(connect(path, writable=False)) as connection,
        pytest.raises(driver.OperationalError),
    ):
        connection.execute("INSERT INTO t VALUES (1)")
