"""An old workbook (.xls), looked over before a library opens it.

The container is [MS-CFB], the records of the workbook are [MS-XLS].
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from sportsec.domain.errors import BadFile
from sportsec.domain.intake.reasons import FileReason
from sportsec.tabular.limits import CELLS

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END = 0xFFFFFFFA  # this and above are marks, not sectors ([MS-CFB] 2.1)
_FILE_PASS = 0x2F  # [MS-XLS] 2.4.117: the workbook is encrypted
_BEGIN = frozenset({0x809, 0x409, 0x209, 0x009})
# Records that hold one cell, row and column first: LabelSst, RK, Number, Label,
# BoolErr, Formula in their several versions; and several cells: MulRk.
_CELLS = frozenset(
    {0xFD, 0x27E, 0x203, 0x003, 0x204, 0x004, 0x205, 0x005, 0x006, 0x206, 0x406, 0xD6}
)
_MANY_CELLS = 0xBD
#: What other programs keep in the same container, by the name of their stream.
_OTHERS = {
    "WordDocument": "Word",
    "PowerPoint Document": "PowerPoint",
    "VisioDocument": "Visio",
    "__properties_version1.0": "Outlook",
}


class Compound:
    """The streams of a compound file.

    Raises:
        BadFile: It is cut short or its tables make no sense.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self._data = data
        self._name = name
        shift = int.from_bytes(data[30:32], "little")
        if len(data) < 512 or shift not in {9, 12}:
            raise self.damaged()
        self._size = 1 << shift
        self._next = self._table()
        self.streams = self._directory(int.from_bytes(data[48:52], "little"))

    def damaged(self) -> BadFile:
        """Return the error to raise for a container that is not whole."""
        return BadFile(FileReason.DAMAGED, name=self._name, kind="XLS")

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        return self._data[start : start + self._size]

    def _table(self) -> list[int]:
        """Return, for each sector, the one that follows it."""
        first = struct.unpack_from("<109I", self._data, 76)
        places = [each for each in first if each < _END]
        extra = int.from_bytes(self._data[68:72], "little")
        most = len(self._data) // self._size
        while extra < _END and len(places) <= most:
            sector = self._sector(extra)
            if len(sector) < self._size:
                raise self.damaged()
            *more, extra = struct.unpack(f"<{self._size // 4}I", sector)
            places += [each for each in more if each < _END]
        table: list[int] = []
        for place in places[: most + 1]:
            sector = self._sector(place)
            table += struct.unpack(f"<{len(sector) // 4}I", sector[: len(sector) & ~3])
        return table

    def _chain(self, first: int) -> bytes:
        parts: list[bytes] = []
        current = first
        for _ in range(len(self._data) // self._size + 1):
            if current >= _END:
                return b"".join(parts)
            if current >= len(self._next):
                break
            sector = self._sector(current)
            if not sector:
                break
            parts.append(sector)
            current = self._next[current]
        raise self.damaged()  # runs out of the file, or in a circle

    def _directory(self, first: int) -> dict[str, tuple[int, int]]:
        """Return first sector and size of each stream, by its name."""
        entries = self._chain(first)
        streams = {}
        for start in range(0, len(entries) - 127, 128):
            entry = entries[start : start + 128]
            length = int.from_bytes(entry[64:66], "little")
            if entry[66] != 2 or not 2 <= length <= 64:
                continue
            name = entry[: length - 2].decode("utf-16-le", "replace")
            sector = int.from_bytes(entry[116:120], "little")
            streams[name] = (sector, int.from_bytes(entry[120:124], "little"))
        return streams

    def stream(self, name: str) -> bytes:
        """Return the bytes of a stream that is kept in whole sectors.

        Raises:
            BadFile: There is none.
        """
        first, size = self.streams.get(name, (0, 0))
        if size < 4096:  # no workbook is so small; it would lie elsewhere
            raise self.damaged()
        content = self._chain(first)[:size]
        if len(content) < size:
            raise self.damaged()
        return content


def check_workbook(data: bytes, name: str) -> None:
    """Make sure that a compound file is an old workbook which can be opened.

    Raises:
        BadFile: It is damaged, protected, of another program, or its cells lie so far
            apart that a table of them would fill the memory.
    """
    container = Compound(data, name)
    streams = container.streams
    if "EncryptedPackage" in streams or "EncryptionInfo" in streams:
        raise BadFile(FileReason.ENCRYPTED, name=name)
    for stream, kind in _OTHERS.items():
        if stream in streams:
            raise BadFile(FileReason.WRONG_KIND, name=name, kind=kind)
    book = next((each for each in ("Workbook", "Book") if each in streams), None)
    if book is None:
        raise BadFile(FileReason.WRONG_KIND, name=name, kind="OLE")
    _check_records(container.stream(book), name)


def _check_records(content: bytes, name: str) -> None:
    rows = columns = 0
    for kind, start, length in _records(content):
        if kind == _FILE_PASS:
            raise BadFile(FileReason.ENCRYPTED, name=name)
        if kind in _BEGIN:
            rows = columns = 0
        elif (kind in _CELLS or kind == _MANY_CELLS) and length >= 6:
            row, column = struct.unpack_from("<HH", content, start)
            if kind == _MANY_CELLS:
                column = int.from_bytes(
                    content[start + length - 2 : start + length], "little"
                )
            rows, columns = max(rows, row + 1), max(columns, column + 1)
            if rows * columns > CELLS and columns > 64:
                cell = f"{column_letters(columns)}{rows}"
                raise BadFile(FileReason.STRETCHED, name=name, cell=cell)


def _records(content: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield kind, start and length of each record."""
    at, end = 0, len(content)
    while at + 4 <= end:
        kind, length = struct.unpack_from("<HH", content, at)
        yield kind, at + 4, min(length, end - at - 4)
        at += 4 + length


def column_letters(number: int) -> str:
    """Return the letters of a column counted from 1."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
