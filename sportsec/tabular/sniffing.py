"""What a file is, by its first bytes; its name is only a hint."""

from __future__ import annotations

import io
import re
import zipfile

from sportsec.tabular.compound import MAGIC

# First bytes of files that people send by mistake, and what to call them.
_OTHERS = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"RIFF", "RIFF"),
    (b"{\\rtf", "RTF"),
    (b"MZ", "EXE"),
    (b"\x7fELF", "ELF"),
    (b"SQLite format 3\0", "SQLite"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "GZIP"),
    (b"BZh", "BZIP2"),
    (b"\xfd7zXZ", "XZ"),
    (b"ID3", "MP3"),
    (b"OggS", "OGG"),
)
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_OFFICE = (
    ("xl/workbook.bin", "XLSB"),
    ("xl/", "xlsx"),
    ("word/", "Word"),
    ("ppt/", "PowerPoint"),
    ("META-INF/manifest.xml", "OpenDocument"),
)
_HTML = re.compile(
    r"<\s*(?:!doctype\s+html|html|head|body|table|meta|\?mso-application"
    r"|(?:\w+:)?workbook)\b",
    re.IGNORECASE,
)


def kind_of_bytes(data: bytes) -> str:
    """Return "xlsx", "ods", "xls" or "text"; else the name of a kind we do not read."""
    if data.startswith(b"PK"):
        return _kind_of_zip(data)
    if data.startswith(MAGIC):
        return "xls"
    for start, kind in _OTHERS:
        if data.startswith(start):
            return kind
    return "text"


def _kind_of_zip(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        # Cut short: the list of parts stands at the end. The first part tells.
        head = data[:4096]
        if _ODS in head:
            return "ods"
        is_book = b"[Content_Types].xml" in head or b"_rels/" in head or b"xl/" in head
        return "xlsx" if is_book else "ZIP"
    if "content.xml" in names and _ODS in data[:4096]:
        return "ods"
    for part, kind in _OFFICE:
        if any(name.startswith(part) for name in names):
            return kind
    return "ZIP"


def kind_of_text(text: str) -> str:
    """Return "ics", "json", "html" or "table" for a decoded text."""
    start = text[:4096].lstrip()
    if start[:15].upper() == "BEGIN:VCALENDAR" or "\nBEGIN:VEVENT" in text[:65536]:
        return "ics"
    if start.startswith("{") or re.match(r"\[\s*[\[{\"\]]", start):
        return "json"
    if _HTML.search(start):
        return "html"
    return "table"
