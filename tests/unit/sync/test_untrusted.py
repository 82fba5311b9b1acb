from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from sportsec.domain.errors import BadFile
from sportsec.domain.exchange_refusals import FileRefusal
from sportsec.sync.payload import PAYLOAD_SCHEMA
from sportsec.sync.untrusted import checked
from tests.unit.sync.payloads import a_payload, op_id


def refusal(path: Path, **options: float) -> BadFile:
    with pytest.raises(BadFile) as refused, checked(path, **options):
        pass
    return refused.value


def test_a_good_payload_gives_its_rows_back(tmp_path: Path) -> None:
    path = a_payload(tmp_path / "p.db", 40)
    with checked(path) as payload:
        assert len(list(payload.rows("op"))) == 40
        assert list(payload.ask("SELECT count(*) FROM act WHERE ops = ?", 10)) == [(4,)]


def test_an_empty_payload_is_good(tmp_path: Path) -> None:
    path = tmp_path / "p.db"
    with sqlite3.connect(path) as connection:
        for sql in PAYLOAD_SCHEMA.values():
            connection.execute(sql)
    connection.close()
    with checked(path) as payload:
        assert list(payload.rows("op")) == []


@pytest.mark.parametrize(
    "question",
    [
        "DELETE FROM op",
        "ATTACH DATABASE '/tmp/x' AS x",
        "SELECT load_extension('x')",
        "SELECT randomblob(1000000000)",
        "WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x FROM r) SELECT x FROM r",
        "PRAGMA writable_schema = ON",
    ],
)
def test_nothing_but_reading_can_be_asked(tmp_path: Path, question: str) -> None:
    path = a_payload(tmp_path / "p.db")
    with checked(path) as payload, pytest.raises(BadFile) as refused:
        list(payload.ask(question))
    assert refused.value.reason is FileRefusal.BROKEN_RECORD


#: Statements that hide something in a payload.
HIDDEN = {
    "a trigger": ["CREATE TRIGGER t AFTER INSERT ON op BEGIN DELETE FROM op; END"],
    "a view": ["CREATE VIEW v AS SELECT 1"],
    "a view under one of our names": [
        "DROP TABLE span",
        (
            "CREATE VIEW span AS WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL"
            " SELECT x + 1 FROM r) SELECT x FROM r"
        ),
    ],
    "a virtual table": ["CREATE VIRTUAL TABLE v USING fts5(a)"],
    "an index": ["CREATE INDEX i ON op(tbl)"],
    "a generated column": [
        "DROP TABLE span",
        (
            "CREATE TABLE span(number INTEGER PRIMARY KEY, since_op INTEGER, upto_op"
            " INTEGER, since_act INTEGER, upto_act AS (length(zeroblob(1000000))))"
        ),
    ],
    "a default": [
        "DROP TABLE stub",
        "CREATE TABLE stub(op INTEGER PRIMARY KEY, leaf BLOB DEFAULT 1)",
    ],
    "a missing table": ["DROP TABLE span"],
    "a long statement": [f"CREATE TABLE x(a /* {'x' * 50_000} */)"],
    "many tables": [f"CREATE TABLE x{n}(a)" for n in range(200)],
}


@pytest.mark.parametrize("change", HIDDEN.values(), ids=HIDDEN.keys())
def test_parts_that_we_never_write_are_refused(
    tmp_path: Path, change: list[str]
) -> None:
    path = a_payload(tmp_path / "p.db", change=change)
    assert refusal(path).reason is FileRefusal.FOREIGN_PARTS


#: Table, column, and a statement that puts a wrong value there.
WRONG = [
    ("op", "row", "UPDATE op SET row = 'short'"),
    ("op", "row", "UPDATE op SET row = zeroblob(15)"),
    ("op", "kind", "UPDATE op SET kind = 'J'"),
    ("op", "kind", "UPDATE op SET kind = x'49'"),
    ("op", "tbl", "UPDATE op SET tbl = 'club; DROP'"),
    ("op", "tbl", "UPDATE op SET tbl = NULL"),
    ("op", "col", "UPDATE op SET col = ''"),
    ("op", "act", "UPDATE op SET act = act + 1000"),
    ("op", "act", "UPDATE op SET act = 'x'"),
    ("op", "base", "UPDATE op SET base = 7"),
    ("op", "base", "UPDATE op SET base = 9.5"),
    ("op", "salt", "UPDATE op SET salt = zeroblob(17)"),
    ("op", "salt", "UPDATE op SET digest = zeroblob(32)"),
    ("op", "salt", "UPDATE op SET salt = NULL"),
    ("op", "val", "UPDATE op SET val = 1e999 WHERE kind = 'U'"),
    ("op", "val", "UPDATE op SET val = 'a' || char(0) WHERE kind = 'U'"),
    ("op", "val", "UPDATE op SET val = '{' WHERE kind = 'I'"),
    ("op", "val", "UPDATE op SET val = '[1]' WHERE kind = 'I'"),
    ("op", "val", """UPDATE op SET val = '{"a":1,"a":2}' WHERE kind = 'I'"""),
    ("op", "val", """UPDATE op SET val = '{"a":[1]}' WHERE kind = 'I'"""),
    ("op", "val", """UPDATE op SET val = '{"a":1e999}' WHERE kind = 'I'"""),
    ("op", "val", """UPDATE op SET val = '{"a":NaN}' WHERE kind = 'I'"""),
    (
        "op",
        "val",
        """UPDATE op SET val = '{"a":9999999999999999999}' WHERE kind = 'I'""",
    ),
    ("op", "val", r"""UPDATE op SET val = '{"a":"\ud800"}' WHERE kind = 'I'"""),
    ("op", "val", "UPDATE op SET val = x'00' WHERE kind = 'I'"),
    ("op", "val", "UPDATE op SET col = '@g', val = 5 WHERE kind = 'U'"),
    ("op", "val", "UPDATE op SET val = printf('%.*c', 5000, '[') WHERE kind = 'I'"),
    ("act", "hlc", "UPDATE act SET hlc = -1"),
    ("act", "wall", "UPDATE act SET wall = 9e18"),
    ("act", "first", "UPDATE act SET first = 1"),
    ("act", "ops", "UPDATE act SET ops = NULL"),
    ("act", "prev", "UPDATE act SET prev = zeroblob(31)"),
    ("act", "signature", "UPDATE act SET signature = NULL"),
    ("act", "undoes", "UPDATE act SET undoes = 5"),
    ("act", "title", "UPDATE act SET title = 'a' || char(0)"),
    ("replica", "rid", "UPDATE replica SET rid = 'x'"),
    ("replica", "certificate", "UPDATE replica SET certificate = NULL"),
    ("replica", "number", "INSERT INTO replica VALUES (-1, zeroblob(16), 0, 0, '')"),
    ("pred", "pred", "UPDATE pred SET pred = 3"),
    ("pred", "rel", "UPDATE pred SET rel = 'X'"),
    ("stub", "leaf", "UPDATE stub SET leaf = 'x'"),
    ("span", "number", "UPDATE span SET number = 2"),
    ("span", "upto_op", "UPDATE span SET since_op = 90"),
]


@pytest.mark.parametrize(("table", "column", "change"), WRONG)
def test_values_of_a_wrong_kind_are_refused(
    tmp_path: Path, table: str, column: str, change: str
) -> None:
    path = a_payload(tmp_path / "p.db", change=[change])
    refused = refusal(path)
    assert refused.reason is FileRefusal.BAD_VALUES
    assert refused.facts["table"] == table
    assert refused.facts["column"] == column


def test_a_text_that_is_no_unicode_is_refused(tmp_path: Path) -> None:
    change = "UPDATE op SET val = CAST(x'ff41' AS TEXT) WHERE kind = 'U'"
    path = a_payload(tmp_path / "p.db", change=[change])
    assert refusal(path).reason is FileRefusal.BROKEN_RECORD


@pytest.mark.parametrize(
    ("table", "column", "change"),
    [
        ("op", "val", "UPDATE op SET val = zeroblob(20000000) WHERE op & 31 = 2"),
        ("op", "salt", "UPDATE op SET salt = zeroblob(20000000) WHERE op & 31 = 2"),
        ("op", "col", "UPDATE op SET col = printf('%.*c', 20000000, 'x') WHERE op & 1"),
        ("act", "detail", "UPDATE act SET detail = printf('%.*c', 70000, 'x')"),
    ],
)
def test_huge_values_are_refused(
    tmp_path: Path, table: str, column: str, change: str
) -> None:
    refused = refusal(a_payload(tmp_path / "p.db", change=[change]))
    assert refused.reason is FileRefusal.HUGE_VALUE
    assert (refused.facts["table"], refused.facts["column"]) == (table, column)


@pytest.mark.skipif(sys.platform == "win32", reason="measures with resource")
def test_a_huge_value_is_never_loaded(tmp_path: Path) -> None:
    change = [
        "UPDATE op SET val = zeroblob(300000000) WHERE op & 31 = 2",
        "UPDATE op SET col = CAST(zeroblob(300000000) AS TEXT) WHERE op & 31 = 3",
    ]
    path = a_payload(tmp_path / "p.db", change=change)
    script = textwrap.dedent(
        """
        import resource, sys
        from pathlib import Path
        from sportsec.domain.errors import BadFile
        from sportsec.sync.untrusted import checked
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        try:
            with checked(Path(sys.argv[1])):
                pass
        except BadFile as refused:
            after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            print(refused.reason, (after - before) >> 10)
        """
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, str(path)],
        capture_output=True,
        text=True,
        check=True,
    )
    reason, megabytes = ran.stdout.split()
    assert reason == FileRefusal.HUGE_VALUE
    assert int(megabytes) < 64


def patched(at: int, new: bytes) -> Callable[[bytearray], None]:
    def change(data: bytearray) -> None:
        data[at : at + len(new)] = new

    return change


@pytest.mark.parametrize(
    "change",
    [
        patched(0, b"NOTSQLite"),
        patched(18, b"\2\2"),  # write-ahead log
        patched(16, b"\2\0"),
        patched(20, b"\x10"),
        patched(28, b"\0\0\0\1"),
        patched(56, b"\0\0\0\2"),  # UTF-16
        lambda data: data.__delitem__(slice(len(data) // 2, len(data))),
        lambda data: data.__delitem__(slice(50, len(data))),
        lambda data: data.clear(),
        lambda data: data.extend(b"x"),
    ],
)
def test_other_databases_are_refused_before_sqlite_sees_them(
    tmp_path: Path, change: Callable[[bytearray], None]
) -> None:
    path = a_payload(tmp_path / "p.db")
    data = bytearray(path.read_bytes())
    change(data)
    path.write_bytes(data)
    assert refusal(path).reason is FileRefusal.NOT_A_RECORD


def test_a_page_that_refers_to_itself_is_refused(tmp_path: Path) -> None:
    path = a_payload(tmp_path / "p.db", 5000)
    data = bytearray(path.read_bytes())
    for page in range(4096, len(data), 4096):
        if data[page] == 5:  # an inner page: its last child becomes itself
            data[page + 8 : page + 12] = (page // 4096 + 1).to_bytes(4, "big")
    path.write_bytes(data)
    assert refusal(path).reason is FileRefusal.BROKEN_RECORD


def test_checking_ends_when_its_time_is_up(tmp_path: Path) -> None:
    path = a_payload(tmp_path / "p.db", 5000)
    assert refusal(path, seconds=0).reason is FileRefusal.TOO_SLOW


def test_whoever_waits_can_stop_it(tmp_path: Path) -> None:
    class Stopped(Exception):
        pass

    def stop() -> None:
        raise Stopped

    path = a_payload(tmp_path / "p.db", 5000)
    with pytest.raises(Stopped), checked(path, progress=stop):
        pass


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.db").reason is FileRefusal.MISSING


@pytest.mark.skipif(
    sys.platform == "win32" or os.getuid() == 0, reason="root reads anything"
)
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    path = a_payload(tmp_path / "p.db")
    path.chmod(0)
    assert refusal(path).reason is FileRefusal.UNREADABLE


def test_names_with_signs_of_addresses_are_opened(tmp_path: Path) -> None:
    path = a_payload(tmp_path / "a.db").rename(tmp_path / "50 % #1?.db")
    with checked(path) as payload:
        assert next(payload.ask("SELECT min(op) FROM op")) == (op_id(1),)


def test_the_driver_has_no_limits_of_its_own() -> None:
    """When it gets some, `untrusted` should set them."""
    assert not hasattr(driver.connect(":memory:"), "setlimit")
