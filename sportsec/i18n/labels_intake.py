"""The words of coded lists about programme files and their intake."""

from __future__ import annotations

from enum import Enum

from sportsec.domain.intake.mapping import Field
from sportsec.domain.intake.programme import FileFormat, Outcome, QuestionKind
from sportsec.domain.intake.reasons import FileReason
from sportsec.domain.words import N_

INTAKE_LABELS: dict[type[Enum], dict[str, str]] = {
    Outcome: {
        "NEW": N_("New match"),
        "MOVED": N_("Moved match"),
        "CHANGED": N_("Changed match"),
        "SAME": N_("Unchanged match"),
        "UNCLEAR": N_("Unclear line"),
        "REFUSED": N_("Refused line"),
        "LEFT_OUT": N_("Line left out"),
    },
    FileFormat: {
        "CSV": N_("text with columns"),
        "XLSX": N_("Excel workbook"),
        "XLS": N_("Excel workbook, old format"),
        "ODS": N_("OpenDocument spreadsheet"),
        "HTML": N_("table of a web page"),
        "ICS": N_("calendar (iCalendar)"),
        "FOOTBALL_TXT": N_("football.txt"),
        "FOOTBALL_JSON": N_("football.json"),
        "API_FOOTBALL": N_("API-Football data"),
        "JSON": N_("JSON data"),
    },
    Field: {
        "DATE": N_("Day (or day and time)"),
        "TIME": N_("Time"),
        "HOME": N_("Home club"),
        "AWAY": N_("Away club"),
        "TEAMS": N_("Both clubs"),
        "VENUE": N_("Stadium of the match"),
        "ROUND": N_("Matchday or round"),
        "LEG": N_("Leg of the tie"),
        "COMPETITION": N_("Competition of the match"),
        "SEASON": N_("Season of the match"),
        "STATUS": N_("Status of the match"),
        "REMARK": N_("Remark on the match"),
        "SCORE": N_("Score of both"),
        "HOME_SCORE": N_("Goals of the home club"),
        "AWAY_SCORE": N_("Goals of the away club"),
        "NEUTRAL": N_("On neutral ground"),
        "UID": N_("Identifier given by the sender"),
    },
    QuestionKind: {
        "COLUMNS": N_("Which columns name the two clubs?"),
        "DAY_ORDER": N_("Which comes first in the dates: the day or the month?"),
        "YEAR": N_("The days have no year: which season is this?"),
        "DAY": N_("The file gives no dates: on which day are these matches?"),
    },
    FileReason: {
        "MISSING": N_("There is no file {name}."),
        "FOLDER": N_("{name} is a folder, not a file."),
        "UNREADABLE": N_(
            "The file {name} cannot be read: check your access rights to it."
        ),
        "EMPTY": N_("The file {name} is empty."),
        "TOO_BIG": N_(
            "The file {name} is too big: {megabytes} MB; the limit is {limit} MB."
        ),
        "TOO_MANY_LINES": N_(
            "The file {name} is too long: {lines} lines; the limit is {limit}."
        ),
        "STRETCHED": N_(
            "The sheet in {name} reaches as far as {cell}: delete what lies far "
            "outside the list."
        ),
        "ENCRYPTED": N_("{name} is protected with a password: save it without one."),
        "DAMAGED": N_("{name} is damaged or was cut short ({kind}): ask for it again."),
        "BOMB": N_(
            "{name} unpacks to far more than a workbook holds: do not trust it."
        ),
        "WRONG_KIND": N_(
            "{name} is not a programme: it is a file of another kind ({kind})."
        ),
        "NOT_TEXT": N_("{name} is neither text nor a workbook."),
        "NO_MATCHES": N_("{name} holds no list of matches."),
    },
}
