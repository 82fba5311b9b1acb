"""Names of the two sides: cleaned, cut out of one text, told from placeholders."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from sportsec.domain.folding import fold
from sportsec.domain.intake.calendar_words import BLANKS

# Between two sides. The strong ones say nothing else; a dash also joins a
# competition to its match, and stands inside some names.
_STRONG = re.compile(
    r"\s+(?:vs?\.?|versus|contre|against|x|ضد|أمام|vs)\s+", re.IGNORECASE
)
_DASH = re.compile(r"\s+[-‐‑‒–—―−]\s+|\s*[–—―]\s*")
_LOOSE = re.compile(r"\s*-\s*")
_SCORE_BETWEEN = re.compile(r"(.+?\D)\s+(\d{1,2}\s*[-–—−:]\s*\d{1,2})\s+(\D.+)")
_SCORE_AFTER = re.compile(
    r"\s+(\d{1,2}\s*[-–—−:]\s*\d{1,2}(?:\s*\([^()]*\d\s*[-–]\s*\d[^()]*\))?)\s*$"
)
_BRACKETS_AFTER = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*$")
_PREFIX = re.compile(r"^(.*\S)\s*(?:[:|]|\s[-–—]|[–—])\s+(.+)$")

# "1A", "2B", "W49", "Winner Match 3", "Vainqueur du groupe", "الفائز …"
_STANDS_FOR = "|".join(
    fold(word)
    for word in (
        *("winner", "loser", "runner-up", "runner up", "vainqueur", "perdant"),
        *("1er", "2e", "2eme", "1st", "2nd", "qualifie", "finaliste"),
        *("الفائز", "الخاسر", "المتأهل", "متصدر", "صاحب المركز", "وصيف"),
    )
)
_PLACEHOLDER = re.compile(
    rf"[1-4][a-z](?:/?[a-z])*|[wl]\s?\d{{1,3}}|(?:{_STANDS_FOR})\b.*"
    r"|(?:equipe|team|الفريق) [a-h0-9]"
)
_BYE = frozenset(
    fold(word) for word in ("exempt", "exempte", "bye", "repos", "معفى", "راحة", "معفي")
)


class Sides(NamedTuple):
    """Two sides cut out of one text, and what stood around them."""

    home: str
    away: str
    before: str = ""
    score: str = ""
    after: str = ""


def clean_text(text: str) -> str:
    """Return a text without stray spaces, control characters and flags.

    Control characters are also those that turn direction: no name may turn around
    what stands beside it on a screen or a paper.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    kept = (
        letter
        for letter in unicodedata.normalize("NFC", text)
        if unicodedata.category(letter) not in {"Cf", "Cc", "So", "Co", "Cn"}
        or letter.isspace()
    )
    return " ".join("".join(kept).split())


def clean_name(text: str) -> str:
    """Return a name as `clean_text` does, without quotes around it."""
    return clean_text(text).strip("\"'*•·«»“” ")


def is_placeholder(name: str) -> bool:
    """Say whether a name stands for a side that is not known yet."""
    plain = fold(name)
    return plain in BLANKS or _PLACEHOLDER.fullmatch(plain) is not None


def is_bye(name: str) -> bool:
    """Say whether a name stands for not playing: the other side is exempt."""
    return fold(name) in _BYE


def split_sides(text: str) -> Sides | None:
    """Cut "Cup - A - B 2-1 (Group C)" into its parts; None when no two sides are found.

    Where more dashes than one could part the sides, what comes first names the
    competition.
    """
    text = " ".join(text.split())
    score, text, after = _ending(text)
    strong = _STRONG.split(text)
    if len(strong) == 2:
        before, home = _prefix(strong[0])
        return _sides(home, strong[1], before, score, after)
    between = _SCORE_BETWEEN.fullmatch(text)
    if between and not score:
        before, home = _prefix(between[1])
        return _sides(home, between[3], before, between[2], after)
    parts = [part for part in _DASH.split(text) if part.strip()]
    if len(parts) >= 2:
        before = " - ".join(parts[:-2])
        return _sides(parts[-2], parts[-1], before, score, after)
    loose = _LOOSE.split(text)
    if len(loose) == 2:
        return _sides(loose[0], loose[1], "", score, after)
    return None


def _ending(text: str) -> tuple[str, str, str]:
    """Cut "2–1 (3-2 pens) (Final)" off the end: score, rest, what was in brackets."""
    after: list[str] = []
    while True:
        score = _SCORE_AFTER.search(text)
        if score:
            return score[1], text[: score.start()], ", ".join(reversed(after))
        brackets = _BRACKETS_AFTER.search(text)
        if brackets is None or _is_country(brackets[1]):
            return "", text, ", ".join(reversed(after))
        after.append(brackets[1].strip())
        text = text[: brackets.start()]


def _is_country(text: str) -> bool:
    return len(text) == 3 and text.isascii() and text.isupper()


def _prefix(text: str) -> tuple[str, str]:
    found = _PREFIX.match(text)
    return (found[1].strip(" -–—:|"), found[2]) if found else ("", text)


def _sides(home: str, away: str, before: str, score: str, after: str) -> Sides | None:
    home, away = clean_name(home), clean_name(away)
    if not home or not away:
        return None
    return Sides(home, away, clean_name(before), score, after)
