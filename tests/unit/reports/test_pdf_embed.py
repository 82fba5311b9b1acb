from __future__ import annotations

import uharfbuzz as hb

from sportsec.reports.pdf.embed import EmbeddedFace, short
from sportsec.reports.pdf.fonts import FaceName
from sportsec.reports.pdf.shaping import shape

REGULAR = FaceName.REGULAR


def drawn(word: str, face: EmbeddedFace | None = None) -> str:
    used = face or EmbeddedFace(REGULAR, "F1")
    return used.drawn(shape(REGULAR, word, rtl=True)).operand


def test_codes_are_given_out_in_the_order_of_drawing() -> None:
    assert drawn("دار").startswith("<000100020003>")
    used = EmbeddedFace(REGULAR, "F1")
    drawn("نص", used)
    assert "0003" in drawn("دار", used)


def test_a_word_drawn_twice_has_the_same_codes() -> None:
    used = EmbeddedFace(REGULAR, "F1")
    assert drawn("قطاع", used) == drawn("قطاع", used)


def test_one_code_stands_for_one_character() -> None:
    used = EmbeddedFace(REGULAR, "F1")
    drawn("الأبواب لله", used)
    lines = [line for line in used.to_unicode().splitlines() if line.startswith("<")]
    assert all(len(line.split()[1]) == 6 for line in lines[1:])


def test_a_letter_keeps_its_character_in_all_its_shapes() -> None:
    used = EmbeddedFace(REGULAR, "F1")
    drawn("ععع", used)
    assert used.to_unicode().count("<0639>") == 3


def test_moved_marks_leave_the_line_of_text() -> None:
    found = EmbeddedFace(REGULAR, "F1").drawn(shape(REGULAR, "مُحَمَّد", rtl=True))
    assert len(found.marks) == 3
    assert all(mark.y for mark in found.marks)


def test_a_map_is_cut_into_blocks_that_readers_accept() -> None:
    used = EmbeddedFace(REGULAR, "F1")
    for code in range(0x20, 0x17F):
        used.drawn(shape(REGULAR, chr(code)))
    counts = [
        int(line.split()[0])
        for line in used.to_unicode().splitlines()
        if line.endswith("beginbfchar")
    ]
    assert max(counts) == 100
    assert sum(counts) > 200


def test_only_the_used_glyphs_are_embedded() -> None:
    used = EmbeddedFace(REGULAR, "F1")
    drawn("دار", used)
    file = hb.Face(used.subset())
    font = hb.Font(file)
    extents = (font.get_glyph_extents(glyph) for glyph in range(file.glyph_count))
    shapes = [found for found in extents if found and found.height]
    assert len(shapes) <= 5
    assert "GSUB" not in file.table_tags
    assert file.glyph_count > 500  # their numbers stay as they are


def test_numbers_are_written_short() -> None:
    assert [short(x) for x in (1.0, 0.25, -0.04, 12.34)] == ["1", "0.2", "0", "12.3"]
