"""What became of a match is understood in three languages; remarks are kept."""

from __future__ import annotations

import pytest

from sportsec.domain.fixtures import FixtureStatus as Status
from sportsec.domain.intake.statuses import read_status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        *(("postponed", Status.POSTPONED), ("[postponed]", Status.POSTPONED)),
        *(("Reporté", Status.POSTPONED), ("reportée", Status.POSTPONED)),
        *(("مؤجلة", Status.POSTPONED), ("P-P", Status.POSTPONED)),
        *(("Annulé", Status.CANCELLED), ("cancelled", Status.CANCELLED)),
        *(("ملغاة", Status.CANCELLED), ("W/O", Status.AWARDED)),
        *(("forfait", Status.AWARDED), ("awarded", Status.AWARDED)),
        *(("abd.", Status.ABANDONED), ("arrêté", Status.ABANDONED)),
        *(("interrompu définitivement", Status.ABANDONED), ("F", Status.PLAYED)),
        *(("Suspendu", Status.INTERRUPTED), ("متوقفة", Status.INTERRUPTED)),
        *(("انتهت", Status.PLAYED), ("FT", Status.PLAYED), ("Terminé", Status.PLAYED)),
        *(("NS", Status.SCHEDULED), ("لم تبدأ", Status.SCHEDULED)),
        ("مؤكدة", Status.CONFIRMED),
    ],
)
def test_a_word_alone_is_the_status_without_a_remark(text: str, status: Status) -> None:
    assert read_status(text) == (status, "")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("awarded 0-3; abandoned at 0-1 at half-time", Status.AWARDED),
        ("abandoned at 0-0 after 10' due to heavy rain", Status.ABANDONED),
        ("Match reporté à une date ultérieure", Status.POSTPONED),
        ("تأجلت إلى موعد لاحق", Status.POSTPONED),
    ],
)
def test_more_than_the_word_is_a_remark(text: str, status: Status) -> None:
    assert read_status(text) == (status, text)


@pytest.mark.parametrize("text", ["remaining 80'", "Halftime", "huis clos"])
def test_what_names_no_status_is_a_remark(text: str) -> None:
    assert read_status(text) == (None, text)


def test_nothing_says_nothing() -> None:
    assert read_status(" - ") == (None, "")
