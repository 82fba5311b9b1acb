"""What argparse says of a mistake, in the language of its user."""

from __future__ import annotations

import re

from sportsec.domain.words import N_
from sportsec.i18n.translator import Translator

_OPTION = r"argument (?P<option>\S+): "
#: Texts of argparse (Python 3.11 to 3.14), and what we say in their place.
_SAID = tuple(
    (re.compile(pattern, re.DOTALL), text)
    for pattern, text in (
        (
            r"the following arguments are required: (?P<option>.+)",
            N_("{option} is missing"),
        ),
        (r"unrecognized arguments: (?P<option>.+)", N_("{option} is unknown")),
        (
            _OPTION + r"expected (one|at least one) argument",
            N_("{option} lacks a value"),
        ),
        (
            _OPTION + r"invalid choice: (?P<value>.+) \(choose from (?P<choices>.+)\)",
            N_("{option} cannot be {value}; choose from {choices}"),
        ),
        (
            _OPTION + r"invalid day value: (?P<value>.+)",
            N_("{option}: {value} is not a day such as 2026-12-31"),
        ),
    )
)


def in_words(t: Translator, detail: str) -> str:
    """Return what argparse said in `t`'s language; as it is where we know no words."""
    for pattern, text in _SAID:
        found = pattern.fullmatch(detail)
        if found:
            parts = {name: t.isolate(part) for name, part in found.groupdict().items()}
            return t(text, **parts)
    return detail
