"""Looks at the first page of a database file before SQLite does.

SQLite reads the whole schema of a file before anything can be asked. A hostile schema
of a gigabyte, or of a million tables, would fill the memory then; ours lies on the
first page as six short rows (https://sqlite.org/fileformat2.html).
"""

from __future__ import annotations

from pathlib import Path

from sportsec.domain.errors import BadFile
from sportsec.domain.exchange_refusals import FileRefusal
from sportsec.sync.payload import PAGE, PAYLOAD_SCHEMA

_HEADER = 100
_LEAF = 13  # a page of table rows with nothing below it
_CELLS = _HEADER + 8
#: Bytes of a schema row: its statement, its names, and a few numbers.
_ROW_BYTES = max(map(len, PAYLOAD_SCHEMA.values())) + 60

#: Where bytes of the header stand and what they must be.
_FIXED = (
    (0, b"SQLite format 3\0"),
    (16, PAGE.to_bytes(2, "big")),
    (18, b"\1\1"),  # no write-ahead log: SQLite would look for files beside it
    (20, b"\0"),  # nothing reserved in pages
    (21, bytes((64, 32, 32))),
    (44, (4).to_bytes(4, "big")),  # the newest form of a schema
    (56, (1).to_bytes(4, "big")),  # UTF-8
)


def check_first_page(path: Path) -> None:
    """Refuse what cannot be a database of ours.

    Raises:
        BadFile: It is not.
        OSError: It cannot be read.
    """
    size = path.stat().st_size
    with path.open("rb") as file:
        page = file.read(PAGE)
    pages = int.from_bytes(page[28:32], "big")
    if len(page) < PAGE or size != pages * PAGE:
        raise BadFile(FileRefusal.NOT_A_RECORD)
    if any(page[at : at + len(wanted)] != wanted for at, wanted in _FIXED):
        raise BadFile(FileRefusal.NOT_A_RECORD)
    rows = int.from_bytes(page[_HEADER + 3 : _HEADER + 5], "big")
    if page[_HEADER] != _LEAF or rows != len(PAYLOAD_SCHEMA):
        raise BadFile(FileRefusal.FOREIGN_PARTS, part="sqlite_schema")
    for row in range(rows):
        place = _CELLS + 2 * row
        at = int.from_bytes(page[place : place + 2], "big")
        if not _CELLS <= at < PAGE - 2 or _length(page[at : at + 2]) > _ROW_BYTES:
            raise BadFile(FileRefusal.FOREIGN_PARTS, part="sqlite_schema")


def _length(two: bytes) -> int:
    """Return the number that these bytes spell; anything longer is as much as any."""
    first, second = two
    if first < 0x80:
        return first
    return (first & 0x7F) << 7 | second if second < 0x80 else PAGE
