"""One programme in every dress that offices give it: always the same matches."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from sportsec.domain.intake.programme import Programme
from sportsec.tabular.reading import read_programme

ODD = Path(__file__).parents[2] / "samples" / "odd_encodings"
FILES = {
    "French": ("botola_2024-25_fr_cp1252_semicolon.csv", "cp1252"),
    "Arabic": ("botola_2024-25_ar_cp1256_semicolon.csv", "cp1256"),
}


@cache
def text_of(language: str) -> str:
    name, encoding = FILES[language]
    return (ODD / name).read_bytes().decode(encoding)


def matches(programme: Programme) -> list[object]:
    return [
        (n.home, n.away, n.date, n.time, n.round, n.score, n.venue)
        for n in programme.lines
    ]


@cache
def expected(language: str) -> list[object]:
    return matches(read_programme(ODD / FILES[language][0]))


@pytest.fixture(params=FILES)
def language(request: pytest.FixtureRequest) -> str:
    found: str = request.param
    return found


def check(folder: Path, data: bytes, language: str) -> Programme:
    path = folder / "programme.csv"
    path.write_bytes(data)
    programme = read_programme(path)
    assert matches(programme) == expected(language)
    return programme


@pytest.mark.parametrize(
    ("language", "encoding"),
    [
        *(("French", each) for each in ("cp1252", "mac-roman", "cp850", "latin-1")),
        *(("Arabic", each) for each in ("cp1256", "iso8859-6")),
        *(
            (language, each)
            for language in FILES
            for each in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")
        ),
    ],
)
def test_in_every_encoding(tmp_path: Path, language: str, encoding: str) -> None:
    check(tmp_path, text_of(language).encode(encoding), language)


def test_encoded_twice(tmp_path: Path, language: str) -> None:
    spoilt = text_of(language).encode().decode("latin-1").encode()
    assert check(tmp_path, spoilt, language).notices


def test_arabic_saved_as_if_it_were_french(tmp_path: Path) -> None:
    spoilt = text_of("Arabic").encode("cp1256").decode("cp1252").encode()
    assert check(tmp_path, spoilt, "Arabic").notices


@pytest.mark.parametrize("separator", [",", "\t", "|", "^", "~", ":", "؛", "،"])
def test_with_every_separator(tmp_path: Path, language: str, separator: str) -> None:
    rows = [
        separator.join(f'"{cell}"' if separator in cell else cell for cell in row)
        for row in (line.split(";") for line in text_of(language).splitlines())
    ]
    check(tmp_path, "\n".join(rows).encode(), language)


def test_in_columns_of_spaces(tmp_path: Path, language: str) -> None:
    rows = [line.split(";") for line in text_of(language).splitlines()]
    text = "\n".join("   ".join(cell or "-" for cell in row) for row in rows)
    check(tmp_path, text.encode(), language)


def test_without_headings_and_below_titles(tmp_path: Path, language: str) -> None:
    text = text_of(language)
    assert check(tmp_path, text.split("\r\n", 1)[1].encode(), language).notices
    check(tmp_path, f"Programme officiel;;;;;;\r\n;;;;;;\r\n{text}".encode(), language)


def test_with_line_ends_of_an_old_macintosh(tmp_path: Path, language: str) -> None:
    check(tmp_path, text_of(language).replace("\r\n", "\r").encode(), language)


def test_with_arabic_digits_and_hours_with_h(tmp_path: Path, language: str) -> None:
    text = text_of(language).replace(":00;", "h00;")
    digits = {48 + n: 0x660 + n for n in range(10)}
    check(tmp_path, text.translate(digits).encode(), language)
