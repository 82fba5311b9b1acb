"""The command line: finds the subcommand, runs it, turns what happens into a code."""

from __future__ import annotations

import contextlib
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import Protocol, cast

from sportsec.app.cli_mistakes import in_words
from sportsec.app.cli_parser import PROGRAM, Misunderstood, language_of, make_parser
from sportsec.app.commands.terminal import (
    FAULT,
    INTERRUPTED,
    REFUSED,
    UNSAID,
    OutputLost,
    Terminal,
)
from sportsec.app.crash import CrashHook
from sportsec.app.places import log_file, workspace_folder
from sportsec.domain.errors import SportsecError
from sportsec.i18n.translator import Translator, translator


class Command(Protocol):
    """A subcommand: `run` of its module, imported only when it is asked for."""

    def __call__(self, asked: Namespace, folder: Path, terminal: Terminal) -> int:
        """Do it and return the exit code."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a subcommand.

    Args:
        argv: Without the program's name; those of the process by default.

    Returns:
        0 done · 1 partly done · 2 refused, nothing was written · 130 interrupted.
        74 done, but its result could not be written out.
        A fault of our own ends the program with 70.
    """
    given = list(sys.argv[1:] if argv is None else argv)
    t = translator(language_of(given))
    terminal = Terminal(t)
    try:
        asked = make_parser(t).parse_args(given)
    except Misunderstood as mistake:
        _explain(terminal, mistake)
        return REFUSED
    except SystemExit as ended:  # --help and --version have spoken
        return int(ended.code or 0)
    folder = workspace_folder(asked.workspace)
    _install_hook(folder, terminal)
    return _run(asked, folder, terminal)


def _run(asked: Namespace, folder: Path, terminal: Terminal) -> int:
    """Run the subcommand; put expected failures into words."""
    name = asked.command + "_" * iskeyword(asked.command)
    module = import_module(f"sportsec.app.commands.{name}")
    command = cast(Command, module.run)
    try:
        code = command(asked, folder, terminal)
        terminal.flush()
    except SportsecError as error:
        terminal.complain(_sentence(terminal.t, error))
        return REFUSED
    except BrokenPipeError:  # the reader has what it wanted, as with `| head`
        _close_output()
        return 0
    except OutputLost as lost:
        _close_output()
        reason = terminal.quote(str(lost))
        text = terminal.t(
            "The result cannot be written out ({reason}); what was done stays done.",
            reason=reason,
        )
        terminal.complain(text)
        return UNSAID
    except KeyboardInterrupt:
        terminal.complain(terminal.t("Stopped. Nothing half-done was kept."))
        return INTERRUPTED
    return code


def _close_output() -> None:
    """Forget what is still to be written: Python would try again at its end."""
    with contextlib.suppress(OSError):
        sys.stdout.close()


def _sentence(t: Translator, error: SportsecError) -> str:
    # the words of errors are needed only when something fails
    from sportsec.ui.errors import message_of  # noqa: PLC0415

    message = message_of(t, error)
    return f"{message.what}\n{message.next_step}"


def _explain(terminal: Terminal, mistake: Misunderstood) -> None:
    t = terminal.t
    terminal.complain(mistake.parser.format_usage().rstrip())
    detail = terminal.quote(in_words(t, mistake.detail))
    terminal.complain(t("This is not understood: {detail}", detail=detail))
    help_command = terminal.quote(f"{PROGRAM} --help")
    terminal.complain(t("All that can be said: {command}", command=help_command))


def _install_hook(folder: Path, terminal: Terminal) -> None:
    """Give our own faults a number, in a log beside the workspace."""
    log, t = log_file(folder), terminal.t

    def show(number: str) -> None:
        text = t(
            "This is a fault of the program, number {number}; nothing was saved."
            " The details are in {log}.",
            number=terminal.quote(number),
            log=terminal.quote(str(log)),
        )
        terminal.complain(text)
        terminal.flush()
        os._exit(FAULT)  # Python's own code would be 1: some lines were not taken

    CrashHook(log, show).install()
