"""Encodings are recognised by what the text then says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sportsec.tabular.encoding import decode, repair

FRENCH = (
    "Journée;Équipe recevante;Équipe visiteuse\r\n"
    "1;Maghreb de Fès;Difaâ Hassani d'El Jadida\r\n"
    "1;Club Omnisports de Meknès;Moghreb de Tétouan\r\n"
)
ARABIC = (
    "الدورة;الفريق المضيف;الفريق الضيف\r\n"
    "1;نهضة بركان;أولمبيك آسفي\r\n"
    "1;اتحاد طنجة;شباب المحمدية\r\n"
)
TEXTS = {"French": FRENCH, "Arabic": ARABIC}


@pytest.fixture(params=TEXTS)
def text(request: pytest.FixtureRequest) -> str:
    return TEXTS[request.param]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_unicode_without_a_mark(text: str, encoding: str) -> None:
    found = decode(text.encode(encoding))
    assert found is not None
    assert (found.text, found.encoding) == (text, encoding)


@pytest.mark.parametrize("marks", [1, 2])
def test_one_mark_or_two(text: str, marks: int) -> None:
    for encoding, mark in (("utf-8", "utf-8"), ("utf-16-le", "utf-16-le")):
        data = ("\ufeff" * marks).encode(mark) + text.encode(encoding)
        found = decode(data)
        assert found is not None
        assert (found.text, found.encoding) == (text, encoding)


def test_a_mark_taken_for_text_by_a_second_program() -> None:
    data = b"\xef\xbb\xbf" + "ï»¿".encode() + FRENCH.encode()
    found = decode(data)
    assert found is not None
    assert found.text == FRENCH


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (FRENCH, "cp1252", "cp1252"),
        (FRENCH, "mac-roman", "mac-roman"),
        (FRENCH, "cp850", "cp850"),
        (ARABIC, "cp1256", "cp1256"),
        (ARABIC, "iso8859-6", "iso-8859-6"),
    ],
)
def test_eight_bit_encodings(text: str, encoding: str, name: str) -> None:
    found = decode(text.encode(encoding))
    assert found is not None
    assert (found.text, found.encoding, found.repaired) == (text, name, "")


@pytest.mark.parametrize("through", ["cp1252", "latin-1", "mac-roman"])
def test_text_that_was_encoded_twice_is_put_right(text: str, through: str) -> None:
    letters = text.encode()
    spoilt = "".join(
        bytes([each]).decode(through, "ignore") or chr(each) for each in letters
    )
    found = decode(spoilt.encode())
    assert found is not None
    assert found.text == text
    assert found.repaired


def test_arabic_of_windows_that_was_taken_for_french() -> None:
    spoilt = ARABIC.encode("cp1256").decode("cp1252")
    assert repair(spoilt) == (ARABIC, "cp1252")


def test_single_spoilt_lines_are_put_right() -> None:
    sound = "1;Kénitra;Salé\n" * 20
    spoilt = "2;MeknÃ¨s;FÃ¨s 日本\n"  # the last two letters fit no other encoding
    text, through = repair(sound + "2;MeknÃ¨s;FÃ¨s\n")
    assert text.endswith("2;Meknès;Fès\n")
    assert through == "cp1252"
    assert repair(sound + spoilt)[0].startswith(sound)


@pytest.mark.parametrize("sound", [FRENCH, ARABIC, "Grêmio;São Paulo;Ñublense;Øst\n"])
def test_sound_text_is_left_alone(sound: str) -> None:
    assert repair(sound) == (sound, "")


def test_a_file_cut_inside_a_letter_is_still_utf_8() -> None:
    found = decode(ARABIC.encode()[:-5])
    assert found is not None
    assert found.encoding == "utf-8"


def test_zero_bytes_of_a_power_cut_are_dropped_and_said() -> None:
    found = decode(FRENCH.encode() + b"\0" * 300)
    assert found is not None
    assert (found.text, found.had_zeros) == (FRENCH, True)


@pytest.mark.parametrize("data", [bytes(range(256)) * 8, b"\0" * 100, b"\x01\x02" * 90])
def test_bytes_that_are_no_text(data: bytes) -> None:
    assert decode(data) is None


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])))
def test_any_utf_8_is_decoded(text: str) -> None:
    found = decode(text.encode() or b" ")
    assert found is not None


@given(st.binary(min_size=1, max_size=400))
def test_any_bytes_are_text_or_not(data: bytes) -> None:
    found = decode(data)
    assert found is None or "\0" not in found.text
