"""The grammar of the commands that exchange files between cells."""

from __future__ import annotations

import argparse
from pathlib import Path

from sportsec.i18n.translator import Translator


def add_export(parser: argparse.ArgumentParser, t: Translator) -> None:
    """Add the options of `export`."""
    parser.add_argument("file", type=Path, metavar="FILE", help=t("file to write"))
    parser.add_argument(
        "--scope",
        default="everything",
        metavar="everything|season:LABEL|match:REF|region:CITY|since",
        help=t("what to send; since: what the cells do not have yet"),
    )
    parser.add_argument(
        "--to", nargs="+", metavar="CELL", help=t("only these cells can read it")
    )
    _add_passphrase(parser, t)
    parser.add_argument(
        "--no-personal", action="store_true", help=t("keep personal fields here")
    )
    add_json(parser, t)


def add_import(parser: argparse.ArgumentParser, t: Translator) -> None:
    """Add the options of `import`."""
    parser.add_argument(
        "file", type=Path, nargs="+", metavar="FILE", help=t("files, in any order")
    )
    parser.add_argument(
        "--preview", action="store_true", help=t("only say what would be done")
    )
    parser.add_argument(
        "--only",
        nargs="+",
        metavar="KIND",
        help=t("take in only these kinds of record, such as fixture or club"),
    )
    _add_passphrase(parser, t)
    parser.add_argument(
        "--trust", action="store_true", help=t("the words of the senders were compared")
    )
    add_json(parser, t)


def add_cells(parser: argparse.ArgumentParser, t: Translator) -> None:
    """Add what `cells` can do."""
    parser.add_argument(
        "do",
        nargs="?",
        choices=("list", "trust", "revoke"),
        default="list",
        metavar="list|trust|revoke",
        help=t("what to do; lists them where nothing is said"),
    )
    parser.add_argument(
        "name", nargs="?", metavar="CELL", help=t("its name, or the start of its key")
    )
    add_json(parser, t)


def add_twins(parser: argparse.ArgumentParser, t: Translator) -> None:
    """Add the options of `twins`."""
    parser.add_argument("pair", nargs="?", metavar="PAIR", help=t("the pair to decide"))
    parser.add_argument(
        "verdict",
        nargs="?",
        choices=("same", "different"),
        default="same",
        metavar="same|different",
        help=t("whether both are one"),
    )
    add_json(parser, t)


def add_json(parser: argparse.ArgumentParser, t: Translator) -> None:
    """Add `--json`."""
    parser.add_argument(
        "--json", action="store_true", help=t("print JSON, for other programs")
    )


def _add_passphrase(parser: argparse.ArgumentParser, t: Translator) -> None:
    parser.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="FILE",
        help=t("file whose first line is the passphrase"),
    )


def add_purge(parser: argparse.ArgumentParser, t: Translator) -> None:
    """Add what `purge` takes: whose data, and why."""
    parser.add_argument(
        "record",
        nargs="+",
        metavar="RECORD",
        help=t("identifier, reference number of a match, or a name"),
    )
    for name, text in (
        ("--basis", t("law, request or judgment that orders it")),
        ("--decision", t("number of the decision")),
    ):
        parser.add_argument(name, required=True, metavar=name[2:].upper(), help=text)
    parser.add_argument(
        "--delete-backups",
        action="store_true",
        help=t("make a new backup and delete those that still hold the values"),
    )
    add_json(parser, t)
