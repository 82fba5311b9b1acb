"""Hostile and broken files: a clear reason, never a traceback, bounded memory."""

from __future__ import annotations

import io
import os
import struct
import tempfile
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sportsec.domain.errors import BadFile
from sportsec.domain.intake.reasons import FileReason
from sportsec.domain.intake.summary import summarise
from sportsec.tabular.limits import LINES, TEXT_BYTES
from sportsec.tabular.reading import read_programme
from tests.unit.tabular.books import (
    HEADINGS,
    a_book,
    a_compound,
    a_record,
    an_archive,
    with_part,
)

SAMPLES = Path(__file__).parents[2] / "samples"
ODD = SAMPLES / "odd_encodings"
SHEET = "xl/worksheets/sheet1.xml"
BOOK = a_book([HEADINGS, ("J1", "2024-08-30", "17h00", "Raja", "Wydad")])


def refusal(folder: Path, data: bytes, name: str = "p.xlsx") -> BadFile:
    path = folder / name
    path.write_bytes(data)
    with pytest.raises(BadFile) as raised:
        read_programme(path)
    return raised.value


def test_no_file_a_folder_a_device(tmp_path: Path) -> None:
    for path, reason in (
        (tmp_path / "none.csv", FileReason.MISSING),
        (tmp_path, FileReason.FOLDER),
        (Path(os.devnull), FileReason.UNREADABLE),
        (tmp_path / "a\0b", FileReason.UNREADABLE),
    ):
        with pytest.raises(BadFile) as raised:
            read_programme(path)
        assert raised.value.reason is reason
        assert raised.value.facts["name"] == path.name


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\r\n \r\n", b"\0" * 4096])
def test_nothing_in_it(tmp_path: Path, data: bytes) -> None:
    assert refusal(tmp_path, data).reason is FileReason.EMPTY


def test_a_million_lines(tmp_path: Path) -> None:
    data = b"Date;Home;Away\n" + b"2024-08-30;Raja;Wydad\n" * 1_000_000
    error = refusal(tmp_path, data, "p.csv")
    assert error.reason is FileReason.TOO_MANY_LINES
    assert error.facts == {"name": "p.csv", "lines": 1_000_001, "limit": LINES}


def test_more_bytes_than_we_read(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    with path.open("wb") as file:
        file.truncate(TEXT_BYTES + 1)
    with pytest.raises(BadFile) as raised:
        read_programme(path)
    assert raised.value.reason is FileReason.TOO_BIG


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n....", "PNG"),
        (b"{\\rtf1 ...}", "RTF"),
        (b"MZ\x90\0....", "EXE"),
        (b"SQLite format 3\0...", "SQLite"),
        (an_archive({"readme.txt": b"hello"}), "ZIP"),
        (an_archive({"word/document.xml": b"<w/>"}), "Word"),
        (an_archive({"xl/workbook.bin": b"..."}), "XLSB"),
        (a_compound({"WordDocument": b"..."}), "Word"),
        (a_compound({"Something": b"..."}), "OLE"),
    ],
)
def test_a_file_of_another_kind_under_our_name(
    tmp_path: Path, data: bytes, kind: str
) -> None:
    error = refusal(tmp_path, data)
    assert (error.reason, error.facts["kind"]) == (FileReason.WRONG_KIND, kind)


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    data = bytes(range(256)) * 40
    assert refusal(tmp_path, data, "p.csv").reason is FileReason.NOT_TEXT


def test_text_that_is_no_list(tmp_path: Path) -> None:
    letter = "Monsieur le Directeur,\n\nVeuillez trouver ci-joint.\n"
    assert refusal(tmp_path, letter.encode()).reason is FileReason.NO_MATCHES
    assert refusal(tmp_path, b'{"a": 1}').reason is FileReason.NO_MATCHES
    assert refusal(tmp_path, b"<html><p>x</p></html>").reason is FileReason.NO_MATCHES


# --- protected ------------------------------------------------------------------


def test_protected_workbooks(tmp_path: Path) -> None:
    locked = (ODD / "botola_2024-25_ar_encrypted.xlsx").read_bytes()
    assert refusal(tmp_path, locked).reason is FileReason.ENCRYPTED
    old = a_compound({"Workbook": a_record(0x809, bytes(16)) + a_record(0x2F, b"..")})
    assert refusal(tmp_path, old, "p.xls").reason is FileReason.ENCRYPTED


def test_a_protected_archive(tmp_path: Path) -> None:
    data = bytearray(BOOK)
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    assert refusal(tmp_path, bytes(data)).reason is FileReason.ENCRYPTED


# --- cut short and spoilt -------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["botola_2024-25_ar.xlsx", "botola_2024-25_ar.ods", "botola_2024-25_fr.xls"]
)
def test_workbooks_cut_short(tmp_path: Path, name: str) -> None:
    data = (ODD / name).read_bytes()
    for part in (0.2, 0.6, 0.97):
        error = refusal(tmp_path, data[: int(len(data) * part)], name)
        assert error.reason is FileReason.DAMAGED


def test_json_cut_short(tmp_path: Path) -> None:
    data = (SAMPLES / "morocco_fixtures/football_json_2024-25_ma.1.json").read_bytes()
    assert refusal(tmp_path, data[:5000], "p.json").reason is FileReason.DAMAGED
    assert refusal(tmp_path, b"[[" * 200_000, "p.json").reason is FileReason.DAMAGED


def test_a_part_with_a_wrong_sum(tmp_path: Path) -> None:
    data = bytearray(BOOK)
    at = data.find(b"PK\x01\x02")
    data[at + 16] ^= 0xFF
    assert refusal(tmp_path, bytes(data)).reason is FileReason.DAMAGED


# --- bombs ------------------------------------------------------------------------


def test_an_archive_that_unpacks_to_gigabytes(tmp_path: Path) -> None:
    target = io.BytesIO()
    with (
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/workbook.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(300):
            part.write(b"\0" * (1 << 20))
    assert refusal(tmp_path, target.getvalue()).reason is FileReason.BOMB


def test_an_archive_that_lies_about_its_sizes(tmp_path: Path) -> None:
    """The part declares 10 bytes, with their right sum, and unpacks to a megabyte."""
    data = bytearray(an_archive({"xl/workbook.xml": b"x" * (1 << 20)}))
    for mark, at in ((b"PK\x03\x04", 14), (b"PK\x01\x02", 16)):
        start = data.find(mark) + at
        struct.pack_into("<I", data, start, zlib.crc32(b"x" * 10))
        struct.pack_into("<I", data, start + 8, 10)
    assert refusal(tmp_path, bytes(data)).reason is FileReason.BOMB


def test_an_archive_of_thousands_of_parts(tmp_path: Path) -> None:
    parts = {f"xl/{number}.xml": b"" for number in range(3000)}
    error = refusal(tmp_path, an_archive({"xl/workbook.xml": b"", **parts}))
    assert error.reason is FileReason.BOMB


def test_one_cell_at_the_end_of_the_sheet(tmp_path: Path) -> None:
    """A table from A1 to XFD1048576 would take 500 gigabytes."""
    data = with_part(BOOK, SHEET, lambda xml: xml.replace(b'"E2"', b'"XFD1048576"'))
    error = refusal(tmp_path, data)
    assert error.reason is FileReason.STRETCHED
    assert error.facts["cell"] == "XFD1048576"


def test_a_million_rows_in_a_workbook(tmp_path: Path) -> None:
    data = with_part(BOOK, SHEET, lambda xml: xml.replace(b'"E2"', b'"E1048576"'))
    assert refusal(tmp_path, data).reason is FileReason.TOO_MANY_LINES


def test_formatted_but_empty_cells_far_away_do_no_harm(tmp_path: Path) -> None:
    far = b'<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>'
    path = tmp_path / "p.xlsx"
    path.write_bytes(
        with_part(BOOK, SHEET, lambda xml: xml.replace(b"</sheetData>", far))
    )
    assert len(read_programme(path).lines) == 1


def test_one_cell_at_the_end_of_an_old_sheet(tmp_path: Path) -> None:
    def number(row: int, column: int) -> bytes:
        return a_record(0x203, struct.pack("<HHHd", row, column, 0, 1.0))

    book = a_record(0x809, bytes(16)) + number(0, 0) + number(65535, 65535)
    error = refusal(tmp_path, a_compound({"Workbook": book}), "p.xls")
    assert error.reason is FileReason.STRETCHED


def test_cells_repeated_a_million_times(tmp_path: Path) -> None:
    xml = (
        '<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x">'
        '<table:table table:name="a"><table:table-row table:number-rows-repeated='
        '"1048576"><table:table-cell table:number-columns-repeated="16384" '
        'office:value-type="string"><text:p>x</text:p></table:table-cell>'
        "</table:table-row></table:table></office:document-content>"
    )
    error = refusal(tmp_path, an_ods(xml), "p.ods")
    assert error.reason is FileReason.TOO_MANY_LINES


def test_entities_that_grow(tmp_path: Path) -> None:
    xml = '<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>'
    assert refusal(tmp_path, an_ods(xml), "p.ods").reason is FileReason.BOMB


def an_ods(content: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    return target.getvalue()


def test_cells_of_a_page_that_span_everything(tmp_path: Path) -> None:
    cell = "<td rowspan=99999999 colspan=99999999>x"
    page = "<table>" + f"<tr>{cell}" * 40_000 + "</table>"
    error = refusal(tmp_path, page.encode(), "p.xls")
    assert error.reason is FileReason.TOO_MANY_LINES


# --- anything at all ----------------------------------------------------------------

_REAL = [
    path
    for path in sorted(SAMPLES.glob("*_*/**/*_*.*"))
    if path.suffix != ".md" and path.stat().st_size < 130_000
]
_BYTES = {path: path.read_bytes() for path in _REAL}
_PIECES = [b'"', b"\0" * 40, b";", b"\n\n", b"<td rowspan=99999>", b"9" * 400, b"((("]


@settings(max_examples=150, deadline=None)
@given(
    path=st.sampled_from(_REAL),
    cuts=st.lists(st.tuples(st.floats(0, 1), st.floats(0, 0.2)), max_size=3),
    holes=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=20),
    piece=st.sampled_from(_PIECES),
    at=st.floats(0, 1),
)
def test_spoilt_real_files_are_read_or_refused(
    path: Path,
    cuts: list[tuple[float, float]],
    holes: list[tuple[float, int]],
    piece: bytes,
    at: float,
) -> None:
    data = bytearray(_BYTES[path])
    for start, length in cuts:
        first = int(start * len(data))
        del data[first : first + int(length * len(data))]
    for place, value in holes:
        if data:
            data[int(place * (len(data) - 1))] = value
    data[int(at * len(data)) : 0] = piece
    read_or_refused(bytes(data), path.suffix)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=600), st.sampled_from([".csv", ".xlsx", ".xls", ".ics"]))
def test_any_bytes_are_read_or_refused(data: bytes, suffix: str) -> None:
    read_or_refused(data, suffix)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=400))
def test_any_text_below_headings_is_read_or_refused(text: str) -> None:
    letters = text.encode("utf-8", "replace")
    read_or_refused(b"Date;Heure;Domicile;Ext\xc3\xa9rieur;Score\n" + letters, ".csv")


def read_or_refused(data: bytes, suffix: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"p{suffix}"
        path.write_bytes(data)
        try:
            programme = read_programme(path)
        except BadFile:
            return
        summarise(programme)
