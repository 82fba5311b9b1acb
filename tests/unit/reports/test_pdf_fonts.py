from __future__ import annotations

import pytest

from sportsec.reports.pdf.fonts import FOLDER, FaceName, face, face_for

NEEDED = (
    "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءآأإؤئپڤگڭ،؛؟ًٌٍَُِّْٰ"
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZéèêëàâçîïôöùûüœæÉÈÀÇŒ"
    "0123456789.,:;!?()[]/-–—’«»“”…•°№%€+×\u00a0\u202f"
)


@pytest.mark.parametrize("name", [FaceName.REGULAR, FaceName.BOLD])
def test_the_text_faces_hold_arabic_and_latin(name: FaceName) -> None:
    assert not {sign for sign in NEEDED if ord(sign) not in face(name).characters}


@pytest.mark.parametrize("name", list(FaceName))
def test_every_face_has_its_licence_beside_it(name: FaceName) -> None:
    assert name.path.is_file()
    family = name.split("-")[0]
    assert list(FOLDER.glob(f"{family}-*.txt"))


def test_the_faces_weigh_less_than_a_megabyte() -> None:
    assert sum(name.path.stat().st_size for name in FaceName) < 1_000_000


def test_a_sign_that_the_text_face_lacks_comes_from_the_symbols() -> None:
    assert face_for("✓", bold=True) is FaceName.SYMBOLS
    assert face_for("ⵣ", bold=False) is FaceName.SYMBOLS
    assert face_for("ب", bold=True) is FaceName.BOLD
    assert face_for("漢", bold=False) is FaceName.REGULAR


def test_figures_are_of_equal_width() -> None:
    for name in (FaceName.REGULAR, FaceName.BOLD):
        used = face(name)
        glyphs = [used.hb_font.get_nominal_glyph(ord(sign)) for sign in "0123456789"]
        assert len({used.width(glyph) for glyph in glyphs}) == 1
