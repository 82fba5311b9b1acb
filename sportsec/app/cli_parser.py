"""The grammar of the command line, in the language of its user."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

import sportsec
from sportsec.app.cli_exchange import (
    add_cells,
    add_export,
    add_import,
    add_json,
    add_purge,
    add_twins,
)
from sportsec.domain.words import LANGUAGES, N_
from sportsec.i18n.translator import Translator

PROGRAM = "sportsec"
#: Languages of a paper: one, or two side by side.
PAPERS = (
    *LANGUAGES,
    *(f"{one}+{two}" for one in LANGUAGES for two in LANGUAGES if one != two),
)

Add = Callable[[argparse.ArgumentParser, Translator], None]


class Misunderstood(Exception):
    """The command line breaks the grammar.

    Args:
        parser: Of the subcommand concerned, for its usage line.
        detail: What is wrong, as argparse names it.
    """

    def __init__(self, parser: argparse.ArgumentParser, detail: str) -> None:
        super().__init__(detail)
        self.parser = parser
        self.detail = detail


class Parser(argparse.ArgumentParser):
    """Raises instead of ending the program."""

    def error(self, message: str) -> NoReturn:
        """Report a mistake of the user."""
        raise Misunderstood(self, message)


def language_of(argv: Sequence[str]) -> str:
    """Return the language to speak: as asked for, else that of the environment.

    A paper in two languages is announced in its first. The POSIX locale is English.
    """
    asked = ""
    for number, word in enumerate(argv):
        name, equals, value = word.partition("=")
        if name == "--lang":
            asked = value if equals else "".join(argv[number + 1 : number + 2])
    settings = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    usual = next((each for each in settings if each), "")
    for code in (asked[:2], usual[:2]):
        if code in LANGUAGES:
            return code
    return "en"


def make_parser(t: Translator) -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    parser = Parser(prog=PROGRAM, description=t("Plans the policing of matches."))
    parser.add_argument(
        "--version", action="version", version=f"SportSec {sportsec.__version__}"
    )
    _add_common(parser, t, LANGUAGES)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, (summary, add) in _COMMANDS.items():
        described = t(summary)
        command = commands.add_parser(name, help=described, description=described)
        papers = PAPERS if name == "briefing" else LANGUAGES
        _add_common(command, t, papers, default=argparse.SUPPRESS)
        add(command, t)
    return parser


def _add_common(
    parser: argparse.ArgumentParser,
    t: Translator,
    languages: Sequence[str],
    default: str | None = None,
) -> None:
    """Add the options that may stand before and after the subcommand."""
    parser.add_argument(
        "--workspace",
        metavar="DIR",
        default=default,
        help=t("folder of the workspace (else SPORTSEC_WORKSPACE)"),
    )
    parser.add_argument(
        "--lang",
        choices=languages,
        default=default,
        metavar="|".join(LANGUAGES),
        help=t("language of messages and papers"),
    )


def day(text: str) -> date:
    """Return the day of an ISO text; argparse names it by this function."""
    return date.fromisoformat(text)


def _add_json(parser: argparse.ArgumentParser, t: Translator) -> None:
    parser.add_argument(
        "--json", action="store_true", help=t("print JSON, for other programs")
    )


def _add_span(parser: argparse.ArgumentParser, t: Translator) -> None:
    for name, text in (
        ("--from", t("first day, as 2026-12-31")),
        ("--to", t("last day, as 2026-12-31")),
    ):
        parser.add_argument(
            name, dest=f"{name[2:]}_day", type=day, metavar="DAY", help=text
        )
    parser.add_argument(
        "--club", metavar="NAME", help=t("only matches of this club, in any spelling")
    )


def _add_out(parser: argparse.ArgumentParser, t: Translator, kind: str) -> None:
    parser.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar=f"FILE.{kind}",
        help=t("file to write; replaced when it is complete"),
    )


def _add_init(parser: argparse.ArgumentParser, t: Translator) -> None:
    parser.add_argument(
        "--sample", action="store_true", help=t("with an invented sample season")
    )
    parser.add_argument("--cell", metavar="NAME", help=t("name of the cell"))


def _add_intake(parser: argparse.ArgumentParser, t: Translator) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help=t("programme file"))
    for name, text in (
        ("--competition", t("competition its matches belong to: code or name")),
        ("--season", t("season, as 2026-2027")),
        ("--mapping", t('columns, as "date=1 home=Domicile away=4"')),
    ):
        parser.add_argument(name, metavar=name[2:].upper(), help=text)
    parser.add_argument(
        "--dates",
        choices=("day-first", "month-first"),
        help=t("what 05/06 means, where the file does not show it"),
    )
    parser.add_argument(
        "--day",
        type=day,
        metavar="DAY",
        help=t("day of the matches, where the file gives none"),
    )
    parser.add_argument(
        "--new-clubs",
        choices=("refuse", "create"),
        help=t("what to do with clubs that are not in the database"),
    )
    parser.add_argument(
        "--dry-run", action="store_true", help=t("only say what would be done")
    )
    _add_json(parser, t)


def _add_fixtures(parser: argparse.ArgumentParser, t: Translator) -> None:
    _add_span(parser, t)
    _add_json(parser, t)


def _add_search(parser: argparse.ArgumentParser, t: Translator) -> None:
    parser.add_argument(
        "text", nargs="+", metavar="TEXT", help=t("words, in any script and spelling")
    )
    _add_json(parser, t)


def _add_briefing(parser: argparse.ArgumentParser, t: Translator) -> None:
    parser.add_argument(
        "fixture",
        metavar="FIXTURE|next",
        help=t("identifier or reference number; next: the next high-risk match"),
    )
    _add_out(parser, t, "pdf")


def _add_minutes(parser: argparse.ArgumentParser, t: Translator) -> None:
    parser.add_argument(
        "meeting",
        metavar="MEETING|FIXTURE|latest",
        help=t("identifier of a meeting, or a match; latest: the latest one held"),
    )
    _add_out(parser, t, "pdf")


def _add_convocation(parser: argparse.ArgumentParser, t: Translator) -> None:
    parser.add_argument(
        "meeting",
        metavar="MEETING|FIXTURE|next",
        help=t("identifier of a meeting, or a match; next: the next one to come"),
    )
    _add_out(parser, t, "pdf")


def _add_calendar(parser: argparse.ArgumentParser, t: Translator) -> None:
    _add_span(parser, t)
    _add_out(parser, t, "ics")


def _add_check(parser: argparse.ArgumentParser, t: Translator) -> None:
    _add_json(parser, t)


def _add_report(_parser: argparse.ArgumentParser, _t: Translator) -> None:
    """It asks for nothing."""


def _add_restore(parser: argparse.ArgumentParser, t: Translator) -> None:
    parser.add_argument(
        "name", metavar="NAME|latest", help=t("backup, as `backups` lists it")
    )
    parser.add_argument(
        "--preview", action="store_true", help=t("only say what would be lost")
    )
    _add_json(parser, t)


def _add_resolve(parser: argparse.ArgumentParser, t: Translator) -> None:
    parser.add_argument("id", metavar="ID", help=t("as the list of conflicts names it"))
    parser.add_argument(
        "value",
        metavar="ours|theirs|VALUE",
        help=t("whose value to take, or another; JSON where several go together"),
    )
    _add_json(parser, t)


def _add_undo(parser: argparse.ArgumentParser, t: Translator) -> None:
    parser.add_argument(
        "act",
        nargs="?",
        type=int,
        metavar="ACT",
        help=t("number of the act, as `history` lists it; else the last one"),
    )
    _add_json(parser, t)


def _add_history(parser: argparse.ArgumentParser, t: Translator) -> None:
    parser.add_argument(
        "record",
        nargs="+",
        metavar="RECORD",
        help=t("identifier, reference number of a match, or a name"),
    )
    _add_json(parser, t)


_COMMANDS: dict[str, tuple[str, Add]] = {
    "init": (N_("make a new workspace"), _add_init),
    "intake": (N_("take in a programme of matches"), _add_intake),
    "fixtures": (N_("list matches"), _add_fixtures),
    "search": (N_("find names and matches"), _add_search),
    "briefing": (N_("print the briefing of a match"), _add_briefing),
    "minutes": (N_("print the minutes of a meeting"), _add_minutes),
    "convocation": (N_("print the notice of a meeting"), _add_convocation),
    "calendar": (N_("write matches as an iCalendar file"), _add_calendar),
    "check": (N_("check the workspace"), _add_check),
    "report": (N_("say what support needs to know, without names"), _add_report),
    "export": (N_("write a file for other cells"), add_export),
    "import": (N_("take in files from other cells"), add_import),
    "cells": (N_("list or trust the other cells"), add_cells),
    "fingerprint": (N_("say the state of the database in words"), add_json),
    "twins": (N_("list records that may be the same"), add_twins),
    "undo": (N_("take back the last act, or another one"), _add_undo),
    "history": (N_("say what was done to a record, and by whom"), _add_history),
    "purge": (N_("erase the personal data of a record by law"), add_purge),
    "purges": (N_("list what was erased by law, and by which cells"), add_json),
    "conflicts": (N_("list what two cells wrote differently"), _add_json),
    "resolve": (N_("decide a conflict"), _add_resolve),
    "backup": (N_("back the workspace up"), _add_json),
    "backups": (N_("list the backups"), _add_json),
    "restore": (N_("bring a backup back"), _add_restore),
}
