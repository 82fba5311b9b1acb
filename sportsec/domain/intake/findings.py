"""What can be said of a line or a file: every sentence of the intake, once."""

from __future__ import annotations

from sportsec.domain.problems import Level, Problem
from sportsec.domain.words import N_

# Of a line. BLOCK keeps it out.
NO_SIDES = Problem(None, N_("No clubs are named on this line."))
NO_HOME = Problem("home", N_("The home club is missing."))
NO_AWAY = Problem("away", N_("The away club is missing."))
SAME_SIDES = Problem("away", N_("A club cannot play against itself."))
NO_DATE = Problem("date", N_("The day of the match is not given."))
NOT_YET_KNOWN = Problem("home", N_("A club of this match is not known yet."))
CLOCK_JUMPS = Problem(
    "time",
    N_("The clock is put forward that night: this hour does not exist."),
    Level.WARN,
)
SCORE_WAS_A_DAY = Problem(
    "score", N_("Excel made a date of the score: please check it."), Level.WARN
)

_UNREADABLE_DATE = N_("“{text}” is not a day that can be understood.")
_UNREADABLE_TIME = N_("“{text}” is not a time; the match is kept without one.")
_UNREADABLE_SCORE = N_("“{text}” is not a score; it is kept as a remark.")
AMBIGUOUS_DATE = N_("“{text}” can be read as two days: say which comes first.")
NO_YEAR = N_("“{text}” has no year: say which season the file is for.")
_WRONG_WEEKDAY = N_("“{text}”: the weekday does not agree with the date.")
_UNREADABLE_LINE = N_("The line cannot be read: {text}")
_LONE_SUMMARY = N_("“{text}” does not name two clubs.")

#: The officer's answer can clear these; the others cannot be matches.
ASKING = frozenset({NO_DATE.message, NOT_YET_KNOWN.message, AMBIGUOUS_DATE, NO_YEAR})


def unreadable_date(text: object) -> Problem:
    """Say that a date cell holds no date."""
    return Problem("date", _UNREADABLE_DATE, facts={"text": str(text)})


def unreadable_time(text: object) -> Problem:
    """Say that a time cell holds no hour."""
    return Problem("time", _UNREADABLE_TIME, Level.WARN, {"text": str(text)})


def unreadable_score(text: object) -> Problem:
    """Say that a score cell holds no score."""
    return Problem("score", _UNREADABLE_SCORE, Level.WARN, {"text": str(text)})


def ambiguous_date(text: object) -> Problem:
    """Say that day and month cannot be told apart."""
    return Problem("date", AMBIGUOUS_DATE, facts={"text": str(text)})


def no_year(text: object) -> Problem:
    """Say that a day lacks its year."""
    return Problem("date", NO_YEAR, facts={"text": str(text)})


def wrong_weekday(text: object) -> Problem:
    """Say that "Friday" stands beside a Saturday's date."""
    return Problem("date", _WRONG_WEEKDAY, Level.WARN, {"text": str(text)})


def unreadable_line(text: object) -> Problem:
    """Say that a line as such cannot be taken apart."""
    return Problem(None, _UNREADABLE_LINE, facts={"text": str(text)})


def no_two_sides(text: object) -> Problem:
    """Say that one text should name two clubs and does not."""
    return Problem("home", _LONE_SUMMARY, facts={"text": str(text)})


# Of the file.
GUESSED_COLUMNS = Problem(
    None,
    N_("The file has no headings: its columns were guessed from what they hold."),
    Level.WARN,
)
READ_AS_UTC = Problem(
    None,
    N_("The file gives its times in universal time; they are shown in local time."),
    Level.WARN,
)
HELD_ZEROS = Problem(
    None,
    N_("The file has gaps of empty bytes, as after a power cut: lines may be missing."),
    Level.WARN,
)
SWAPPED_BY_EXCEL = Problem(
    None,
    N_(
        "All real dates fall on days 1 to 12 and all others are text: Excel may "
        "have swapped days and months."
    ),
    Level.WARN,
)
CUT_SHORT = Problem(
    None, N_("The file ends in the middle: lines may be missing."), Level.WARN
)
_REPAIRED = N_("The text had been encoded twice ({encoding}); it was repaired.")
_SHEETS_LEFT = N_("Sheets without a list of matches were left out: {names}")


def repaired_text(encoding: str) -> Problem:
    """Say that doubly encoded text was put right."""
    return Problem(None, _REPAIRED, Level.WARN, {"encoding": encoding})


def sheets_left_out(names: list[str]) -> Problem:
    """Say which sheets of a workbook were not read."""
    return Problem(None, _SHEETS_LEFT, Level.WARN, {"names": ", ".join(names)})
