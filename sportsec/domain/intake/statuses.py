"""What became of a match, in the words of programmes."""

from __future__ import annotations

import re

from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.folding import fold
from sportsec.domain.intake.calendar_words import BLANKS

# Order matters: "awarded 0-3; abandoned at half-time" was awarded, "arrêté
# définitivement" is more than "arrêté". A "*" stands for all endings.
_WORDS = {
    FixtureStatus.AWARDED: (
        "awarded* awd walkover w/o wo forfait* tapis_vert بالقلم إداريا انسحاب اعتذار "
        "هزم_بقلم"
    ),
    FixtureStatus.ABANDONED: (
        "abandon* abd aban arrete* arret_definitif interrompu*_definitivement "
        "لم_تكتمل أوقفت_نهائيا توقفت_نهائيا"
    ),
    FixtureStatus.INTERRUPTED: (
        "interrupt* interrompu* suspend* suspendu* susp متوقفة موقوفة توقفت أوقفت"
    ),
    FixtureStatus.POSTPONED: (
        "postpone* ppd pst p-p reporte* remis* renvoye* ajourne* differe* delayed "
        "مؤجل* تأجلت أجلت تأجيل"
    ),
    FixtureStatus.CANCELLED: (
        "cancel* canc annule* supprime* ملغاة ملغية ملغى ألغيت لاغية إلغاء"
    ),
    FixtureStatus.PLAYED: (
        "finished match_finished ended played ft aet pen full_time fulltime "
        "after_extra_time after_penalties result termine* joue* fini* final_score "
        "انتهت منتهية لعبت تمت انتهاء"
    ),
    FixtureStatus.CONFIRMED: "confirm* مؤكدة مؤكد",
    FixtureStatus.SCHEDULED: (
        "scheduled ns not_started programme* prevu* a_venir upcoming fixture "
        "لم_تبدأ لم_تبدا مبرمجة قادمة لم_تلعب"
    ),
}


def _pattern(words: str) -> str:
    spelt = (fold(word.replace("_", " ")) for word in words.split())
    return "|".join(
        re.escape(word).replace(r"\*", r"\w*")
        for word in sorted(spelt, key=len, reverse=True)
    )


_PATTERNS = [
    (status, re.compile(rf"(?<!\w)(?:{_pattern(words)})(?!\w)"))
    for status, words in _WORDS.items()
]
# Signs of football-data and API feeds, where nothing else stands in the cell.
_SIGNS = {
    "f": FixtureStatus.PLAYED,
    "e": FixtureStatus.PLAYED,
    "p": FixtureStatus.PLAYED,
    "canceled": FixtureStatus.CANCELLED,
    "wo": FixtureStatus.AWARDED,
    "tbd": FixtureStatus.SCHEDULED,
}


def read_status(text: str) -> tuple[FixtureStatus | None, str]:
    """Read what became of a match.

    Returns:
        The status, None when the text names none; and the text as a remark where it
        says more than the status alone.
    """
    plain = fold(text)
    if plain in _SIGNS:
        return _SIGNS[plain], ""
    if plain in BLANKS:
        return None, ""
    hits = [
        (found.start(), order, status, found)
        for order, (status, pattern) in enumerate(_PATTERNS)
        if (found := pattern.search(plain))
    ]
    if not hits:
        return None, text.strip()
    _, _, status, found = min(hits)
    said = plain.strip(" .()[]")
    return status, "" if found[0] == said else text.strip()
