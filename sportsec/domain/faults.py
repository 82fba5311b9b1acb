"""What the log says of the program's own faults, without anything of the record.

The message of an exception and the lines of a traceback can quote a name or a phone
number; kinds, places and times cannot. Only those are passed on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

#: Where the log lies in the folder of a workspace.
LOG = "logs/sportsec.log"
_BEGINS = re.compile(r"(\d{4}-\d\d-\d\dT[\d:.+]+) ([0-9A-F]{4})")
_PLACE = re.compile(r'  File "(?:.*[/\\])?([^/\\"]+)", line (\d+), in (\S+)')
_KIND = re.compile(r"([A-Za-z_][\w.]*)(?::|$)")
#: Exceptions of the program and of its libraries are named so.
_ENDINGS = ("Error", "Exception", "Warning", "Interrupt", "Exit")


class Fault(NamedTuple):
    """One fault of the program.

    Args:
        when: UTC, as the log has it.
        number: Four signs that name it; the same fault has the same number.
        kind: Class of the exception; empty when it has an unusual name.
        places: File, line and function, the outermost first.
    """

    when: str
    number: str
    kind: str
    places: tuple[str, ...]


def faults_in(log: str, most: int = 20) -> list[Fault]:
    """Return the last faults of a log, the latest first.

    Args:
        log: Its text.
        most: How many at the most.
    """
    return list(_each(log))[-most:][::-1]


def _each(log: str) -> Iterator[Fault]:
    parts = _BEGINS.split(log)[1:]
    for when, number, text in zip(*(iter(parts),) * 3, strict=True):
        places = tuple(
            f"{file}:{line} {function}" for file, line, function in _PLACE.findall(text)
        )
        yield Fault(when, number, _kind(text), places)


def _kind(text: str) -> str:
    """Return the class of the exception that ended it: the last one named."""
    kinds = [
        found[1].rpartition(".")[2]
        for line in text.splitlines()
        if (found := _KIND.match(line))
    ]
    known = [kind for kind in kinds if kind.endswith(_ENDINGS)]
    return known[-1] if known else ""
