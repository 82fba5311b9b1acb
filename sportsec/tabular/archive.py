"""A zipped workbook, looked over before anything unpacks it."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib

from sportsec.domain.errors import BadFile
from sportsec.domain.intake.reasons import FileReason
from sportsec.tabular.limits import CELLS, LINES, PARTS, UNPACKED_BYTES

_CELL = re.compile(rb"""<c\s[^>]*?\br\s*=\s*["']([A-Z]{1,3})(\d{1,7})["'][^>]*>""")
# What Python's zipfile raises on archives that are not whole or not meant for it.
_NOT_WHOLE = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    struct.error,
    ValueError,
    OverflowError,
    NotImplementedError,
    OSError,
)


class Archive:
    """The parts of a zipped workbook, unpacked one at a time and within limits.

    Args:
        name: Of the file, for the error.

    Raises:
        BadFile: No whole archive; protected; or it would unpack to too much.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self._data = data
        self._name = name
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                self._parts = {each.filename: each for each in archive.infolist()}
                count = len(archive.infolist())
        except _NOT_WHOLE as error:
            raise self.damaged() from error
        declared = sum(each.file_size for each in self._parts.values())
        if count > PARTS or declared > UNPACKED_BYTES or count != len(self._parts):
            raise BadFile(FileReason.BOMB, name=name)
        if any(each.flag_bits & 1 for each in self._parts.values()):
            raise BadFile(FileReason.ENCRYPTED, name=name)

    @property
    def names(self) -> list[str]:
        """Names of the parts."""
        return list(self._parts)

    def damaged(self, kind: str = "ZIP") -> BadFile:
        """Return the error to raise for an archive that is not whole."""
        return BadFile(FileReason.DAMAGED, name=self._name, kind=kind)

    def read(self, part: str) -> bytes:
        """Unpack one part; what it really holds counts, not what it says.

        Raises:
            BadFile: The part is missing, spoilt, or larger than it says.
        """
        entry = self._parts.get(part)
        if entry is None:
            raise self.damaged()
        head = self._data[entry.header_offset : entry.header_offset + 30]
        if len(head) < 30 or head[:4] != b"PK\x03\x04":
            raise self.damaged()
        start = entry.header_offset + 30 + int.from_bytes(head[26:28], "little")
        start += int.from_bytes(head[28:30], "little")
        packed = self._data[start : start + entry.compress_size]
        if entry.compress_type == zipfile.ZIP_STORED:
            content = packed
        elif entry.compress_type == zipfile.ZIP_DEFLATED:
            content = self._inflate(packed, entry.file_size)
        else:
            raise self.damaged()
        if len(content) != entry.file_size or zlib.crc32(content) != entry.CRC:
            raise self.damaged()
        return content

    def _inflate(self, packed: bytes, size: int) -> bytes:
        inflater = zlib.decompressobj(-15)
        try:
            content = inflater.decompress(packed, size + 1)
        except zlib.error as error:
            raise self.damaged() from error
        if len(content) > size:
            raise BadFile(FileReason.BOMB, name=self._name)
        return content

    def check_parts(self) -> None:
        """Unpack everything once: afterwards a library may be trusted with it.

        Raises:
            BadFile: A part is spoilt, or cells lie so far apart that a table of them
                would fill the memory.
        """
        for part in self._parts:
            content = self.read(part)
            if part.endswith(".xml"):
                self._check_cells(content)

    def _check_cells(self, content: bytes) -> None:
        columns: set[bytes] = set()
        last = 0
        for found in _CELL.finditer(content):
            if found[0].endswith(b"/>"):
                continue  # formatted, but empty
            columns.add(found[1])
            last = max(last, int(found[2]))
        if not columns:
            return
        widest = max(columns, key=lambda letters: (len(letters), letters))
        width = 0
        for letter in widest:
            width = width * 26 + letter - 64
        if last * width > CELLS and (width > 64 or last <= LINES):
            cell = f"{widest.decode()}{last}"
            raise BadFile(FileReason.STRETCHED, name=self._name, cell=cell)
        if last > LINES:
            raise BadFile(
                FileReason.TOO_MANY_LINES, name=self._name, lines=last, limit=LINES
            )
