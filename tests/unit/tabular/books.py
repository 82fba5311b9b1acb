"""Makes workbooks, sound and hostile, for the tests."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from typing import Any

import xlsxwriter

HEADINGS = ("Journée", "Date", "Heure", "Domicile", "Extérieur")


def a_book(rows: Sequence[Sequence[Any]], sheet: str = "Programme") -> bytes:
    """Return a workbook of one sheet."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"default_date_format": "dd/mm/yyyy"})
    page = book.add_worksheet(sheet)
    hour = book.add_format({"num_format": "hh:mm"})
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if isinstance(cell, time):
                page.write_datetime(number, column, cell, hour)
            elif isinstance(cell, date | datetime):
                page.write_datetime(number, column, cell)
            else:
                page.write(number, column, cell)
    book.close()
    return target.getvalue()


def with_part(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return an archive with one part changed."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name in source.namelist():
            content = source.read(name)
            archive.writestr(name, change(content) if name == part else content)
    return target.getvalue()


def an_archive(parts: dict[str, bytes]) -> bytes:
    """Return an archive of the parts given."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def a_compound(streams: dict[str, bytes]) -> bytes:
    """Return a compound file ([MS-CFB]) with streams in whole sectors of 512 bytes."""
    sectors: list[bytes] = []
    chain: list[int] = []
    entries = [_entry("Root Entry", 5, 0xFFFFFFFE, 0)]
    for name, content in streams.items():
        padded = content.ljust(4096, b"\0")
        padded += b"\0" * (-len(padded) % 512)
        entries.append(_entry(name, 2, len(sectors), len(padded)))
        parts = [padded[at : at + 512] for at in range(0, len(padded), 512)]
        chain += range(len(sectors) + 1, len(sectors) + len(parts))
        chain.append(0xFFFFFFFE)
        sectors += parts
    entries += [b"\0" * 128] * (-len(entries) % 4)
    directory = len(sectors)
    pages = [b"".join(entries[at : at + 4]) for at in range(0, len(entries), 4)]
    chain += range(directory + 1, directory + len(pages))
    chain.append(0xFFFFFFFE)
    sectors += pages
    tables = -(-(len(sectors) + 1) // 127)
    first = len(sectors)
    chain += [0xFFFFFFFD] * tables
    chain += [0xFFFFFFFF] * (tables * 128 - len(chain))
    sectors += [
        struct.pack("<128I", *chain[at : at + 128]) for at in range(0, len(chain), 128)
    ]
    places = [*range(first, first + tables)]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    header += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<III", 0, tables, directory)
    header += struct.pack("<IIIIII", 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<109I", *places, *[0xFFFFFFFF] * (109 - len(places)))
    return header + b"".join(sectors)


def _entry(name: str, kind: int, sector: int, size: int) -> bytes:
    letters = name.encode("utf-16-le") + b"\0\0"
    entry = letters.ljust(64, b"\0") + struct.pack("<HBB", len(letters), kind, 1)
    entry += struct.pack("<III", 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF)
    return entry.ljust(116, b"\0") + struct.pack("<III", sector, size, 0)


def a_record(kind: int, content: bytes) -> bytes:
    """Return one record of an old workbook ([MS-XLS])."""
    return struct.pack("<HH", kind, len(content)) + content
