"""What is said of the changes of a match, in every language."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.intake.comparison_words import describe
from sportsec.domain.intake.preview import Change
from sportsec.domain.words import Words
from sportsec.i18n.labels import problem_text
from sportsec.i18n.translator import Translator
from tests.unit.intake.registers import key_of

OLD, NEW = datetime(2026, 11, 7, 17, tzinfo=UTC), datetime(2026, 11, 8, 20, tzinfo=UTC)
DAYS = Change("kick_off_date", date(2026, 11, 7), date(2026, 11, 8))
STADE, ADRAR = key_of("Stade"), key_of("Adrar")
VENUES = {STADE: Words(fr="Stade"), ADRAR: Words(fr="Adrar")}
WITHOUT_ISOLATES = dict.fromkeys((0x2068, 0x2069))


def told(*changes: Change, language: str = "en") -> list[str]:
    t = Translator(language)
    texts = [problem_text(t, each) for each in describe(changes, VENUES)]
    return [each.translate(WITHOUT_ISOLATES) for each in texts]


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        (
            (DAYS, Change("kick_off_at", OLD, NEW)),
            "Kick-off: 07/11/2026 17:00 → 08/11/2026 20:00",
        ),
        ((DAYS,), "Kick-off: 07/11/2026 → 08/11/2026"),
        (
            (DAYS, Change("kick_off_at", OLD, None)),
            "Day: 07/11/2026 → 08/11/2026, time not known yet",
        ),
        (
            (Change("kick_off_at", None, OLD),),
            "The kick-off is now known: 07/11/2026 17:00",
        ),
        ((Change("venue_id", STADE, ADRAR),), "Stadium: Stade → Adrar"),
        ((Change("venue_id", None, ADRAR),), "The stadium is now known: Adrar"),
        ((Change("home_score", None, 2),), "Home goals: 2"),
        ((Change("away_score", 1, 2),), "Away goals: 1 → 2"),
        ((Change("round", "", "4"),), "Round: 4"),
        ((Change("round", "3", "4"),), "Round: 3 → 4"),
        ((Change("leg", None, 1),), "Leg: 1"),
        ((Change("is_neutral", False, True),), "Now on neutral ground"),
        ((Change("status_remark", "pluie", ""),), "The remark “pluie” is dropped"),
        ((Change("home_club_id", STADE, ADRAR),), "Home and away are swapped"),
    ],
)
def test_a_change_is_told_from_what_to_what(
    changes: tuple[Change, ...], text: str
) -> None:
    assert told(*changes) == [text]


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_every_language_tells_all_changes(language: str) -> None:
    changes = (
        *(DAYS, Change("kick_off_at", OLD, NEW), Change("venue_id", STADE, ADRAR)),
        Change("status", FixtureStatus.SCHEDULED, FixtureStatus.POSTPONED),
        Change("round", "3", "4"),
    )
    sentences = told(*changes, language=language)
    assert len(sentences) == 4
    assert all("{" not in each for each in sentences)
