"""Right decodings of a text look more plausible than wrong ones."""

from __future__ import annotations

import pytest

from sportsec.domain.intake.plausibility import plausibility

TEXTS = {
    "cp1252": "Équipe recevante;Maghreb de Fès;Difaâ Hassani d'El Jadida;Meknès",
    "cp1256": "الفريق المضيف;نهضة بركان;أولمبيك آسفي;اتحاد طنجة;شباب المحمدية",
}
ENCODINGS = ("cp1252", "cp1256", "iso8859-6", "mac-roman", "cp850")


@pytest.mark.parametrize("right", TEXTS)
@pytest.mark.parametrize("wrong", ENCODINGS)
def test_no_wrong_decoding_is_more_plausible(right: str, wrong: str) -> None:
    data = TEXTS[right].encode(right)
    assert plausibility(TEXTS[right]) >= plausibility(data.decode(wrong, "replace"))


def test_plain_text_tells_nothing() -> None:
    assert plausibility("Raja;Wydad;17:00") == 0


def test_controls_and_lost_letters_are_implausible() -> None:
    assert plausibility("Mekn\ufffds") < 0
    assert plausibility("Mekn\x8fs") < 0
