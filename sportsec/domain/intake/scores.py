"""Scores as programmes write them, and as Excel spoils them."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from sportsec.domain.folding import fold
from sportsec.domain.intake.calendar_words import BLANKS
from sportsec.domain.intake.programme import Cell, Score

_PAIR = r"(\d{1,3})\s*[-:/]\s*(\d{1,3})"
_PLAIN = re.compile(rf"[\[(]?\s*{_PAIR}\s*[\])]?")
_CLOCK = re.compile(r"(\d{1,2}):(\d{2}):00(?:\.0+)?")
# "5-4 pen." has the figures before the word, "tab 4-3" behind it.
_PEN = r"(?:pen(?:s|alties|alty)?|p)\.?"
_TAB = r"(?:t\.?a\.?b\.?|ركلات(?: الترجيح)?|ض\.?ج)"
_SHOOT_OUTS = (
    re.compile(rf"{_TAB}\s*:?\s*{_PAIR}"),
    re.compile(rf"{_PAIR}\s*(?:{_PEN}|{_TAB})(?!\w)"),
    re.compile(rf"{_PEN}\s*:?\s*{_PAIR}"),
)
_EXTRA = re.compile(
    rf"{_PAIR}\s*\(?(?:a\.?e\.?t|a\.?p|apres prolongations?|after extra time|n\.?v"
    r"|بعد التمديد|بعد الوقت الاضافي)\b\.?\)?"
)
_BRACKETS = re.compile(r"[\[(]([^\])]*)[\])]")


#: Characters; a longer text is no score, and would take long to be found none.
_LONGEST = 80


class SpoiltScore(ValueError):
    """A score that Excel turned into something else, and what it probably was."""

    def __init__(self, score: Score) -> None:
        super().__init__(score)
        self.score = score


def read_score(cell: Cell) -> Score | None:
    """Read a score.

    Returns:
        None when the match has none yet.

    Raises:
        SpoiltScore: Excel made a day of it ("2-1" became 2 January): probably right,
            to be checked.
        ValueError: The cell holds something else.
    """
    if isinstance(cell, datetime | date):
        raise SpoiltScore(Score(cell.day, cell.month))
    if isinstance(cell, time):  # "5:3" became 05:03
        return Score(cell.hour, cell.minute)
    plain = fold(str(cell)) if cell is not None else ""
    if plain in BLANKS:
        return None
    simple = _PLAIN.fullmatch(plain) or _CLOCK.fullmatch(plain)
    if simple:
        return Score(int(simple[1]), int(simple[2]))
    return _with_details(plain)


def _with_details(plain: str) -> Score:
    if len(plain) > _LONGEST:
        raise ValueError(plain[:_LONGEST])
    hits = (pattern.search(plain) for pattern in _SHOOT_OUTS)
    shoot_out = next(filter(None, hits), None)
    rest = plain if shoot_out is None else plain.replace(shoot_out[0], " ", 1)
    notes = []
    extra = _EXTRA.search(rest)
    final = extra or re.search(_PAIR, _BRACKETS.sub(" ", rest))
    if extra:
        notes.append("a.e.t.")
    if final is None:
        # football.txt: "4-3 pen. (1-0, 0-0)": full time is the first in brackets.
        final = re.search(_PAIR, rest)
    if final is None:
        raise ValueError(plain)
    if shoot_out:
        notes.append(f"pen. {shoot_out[1]}-{shoot_out[2]}")
    left = _BRACKETS.sub(" ", rest.replace(final[0], " ", 1))
    if re.search(r"\w", left):
        raise ValueError(plain)
    return Score(int(final[1]), int(final[2]), ", ".join(notes))


def read_goals(cell: Cell) -> int | None:
    """Read the goals of one side, from a column of its own.

    Raises:
        ValueError: The cell holds something else.
    """
    if cell is None or isinstance(cell, bool | time | date):
        return None
    plain = fold(str(cell))
    if plain in BLANKS:
        return None
    goals = float(plain)
    if not 0 <= goals < 1000 or goals != int(goals):
        raise ValueError(plain)
    return int(goals)
