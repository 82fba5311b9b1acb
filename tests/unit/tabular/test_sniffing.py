"""What a file is, its first bytes say."""

from __future__ import annotations

from pathlib import Path

import pytest

from sportsec.tabular.sniffing import kind_of_bytes, kind_of_text

ODD = Path(__file__).parents[2] / "samples" / "odd_encodings"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("botola_2024-25_ar.xlsx", "xlsx"),
        ("botola_2024-25_ar.ods", "ods"),
        ("botola_2024-25_fr.xls", "xls"),
        ("botola_2024-25_ar_encrypted.xlsx", "xls"),
        ("botola_2024-25_fr_html.xls", "text"),
    ],
)
def test_kinds_of_bytes(name: str, kind: str) -> None:
    data = (ODD / name).read_bytes()
    assert kind_of_bytes(data) == kind
    if kind in {"xlsx", "ods"}:
        assert kind_of_bytes(data[: len(data) // 2]) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("begin:vcalendar\r\n", "ics"),
        ("X:1\nBEGIN:VEVENT\n", "ics"),
        ('  {"a": 1}', "json"),
        ('[{"a": 1}]', "json"),
        ("[Fri Aug 30]\n A v B", "table"),
        ("<!DOCTYPE html><p>", "html"),
        ("\n<table border=1>", "html"),
        ("Date;A;B", "table"),
    ],
)
def test_kinds_of_text(text: str, kind: str) -> None:
    assert kind_of_text(text) == kind
