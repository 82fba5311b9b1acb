from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from sportsec.reports.document import (
    Document,
    Level,
    Paragraph,
    Row,
    Span,
    Table,
)
from sportsec.reports.drawing import Drawing, Style
from sportsec.reports.inline import Tone
from sportsec.reports.tables import Cell, Column, RowKind


def test_a_document_is_a_value() -> None:
    def make() -> Document:
        text = Paragraph(("a", Span("b", bold=True)))
        table = Table((Column("c"),), (Row((Cell("d", level=Level.LOW),)),))
        return Document("t", "fr", (text, table, Drawing(1, 1, ())))

    assert make() == make()
    assert hash(make()) == hash(make())


def test_a_document_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Document("t", "fr", ()).title = "u"  # type: ignore[misc]  # that is the test


def test_plain_things_need_no_words() -> None:
    assert Span("a").tone is Tone.PLAIN
    assert Row(("a",)).kind is RowKind.PLAIN
    assert Column().width == 1.0
    assert Style().stroke.value == "thin"
