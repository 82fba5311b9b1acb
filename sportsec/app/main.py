"""The start: a subcommand goes to the command line, everything else to the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence

VALUED = ("--workspace", "--lang")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program.

    Args:
        argv: Without the program's name; those of the process by default.

    Returns:
        Exit code of a command; the window ends the process by itself.
    """
    given = list(sys.argv[1:] if argv is None else argv)
    options = window_options(given)
    if options is None:
        from sportsec.app.cli import main as run_command  # noqa: PLC0415 - Qt-free

        return run_command(given)
    from sportsec.app.window import run_window  # noqa: PLC0415 - loads Qt

    return run_window(options.get("--workspace"), options.get("--lang") or "")


def window_options(given: Sequence[str]) -> dict[str, str] | None:
    """Return the options of the window, or None if a command is meant.

    Only `--workspace DIR` and `--lang ar|fr|en` open the window; a subcommand, a help
    or version request and every mistake belong to the command line's parser.
    """
    options: dict[str, str] = {}
    rest = list(given)
    while rest:
        name, equals, value = rest.pop(0).partition("=")
        if name not in VALUED:
            return None
        if not equals:
            if not rest or rest[0].startswith("-"):
                return None
            value = rest.pop(0)
        if name == "--lang" and value not in {"ar", "fr", "en"}:
            return None
        options[name] = value
    return options
