"""What a search shows of a record: its name, and what tells it from its namesakes."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import NamedTuple
from uuid import UUID

from sportsec.domain.words import LANGUAGES, Words
from sportsec.i18n.formats import short_date

#: The kind of a match; all others are names.
MATCH = "fixture"
#: A club that is not known yet.
UNKNOWN = "?"


class Hit(NamedTuple):
    """One record found: a tuple, since each key typed makes many anew.

    Args:
        kind: Its table, such as "club".
        subtitle: What tells it from its namesakes.
        more_follow: Whether others that fit less well were left out after it.
    """

    kind: str
    id: UUID
    title: Words
    subtitle: Words
    more_follow: bool = False


def name_hit(kind: str, record: bytes, *texts: str) -> Hit:
    """Return a row of the index of names as it is shown.

    Args:
        texts: Title and subtitle, each in the three languages.
    """
    return Hit(kind, id_of(record), Words(*texts[:3]), Words(*texts[3:]))


def match_hit(record: bytes, day: str, *names: str | None) -> Hit:
    """Return a match as it is shown.

    Args:
        day: In ISO form.
        names: Of the home and the away side, each in the three languages.
    """
    return Hit(MATCH, id_of(record), between(names), _on(day))


@lru_cache(maxsize=1_000)
def between(names: tuple[str | None, ...]) -> Words:
    """Return "home – away"; the same clubs come again and again.

    Args:
        names: Of the home and the away side, each in the three languages.
    """
    home, away = (Words(*(name or "" for name in each)) for each in _halves(names))
    return Words(
        *(
            f"{home.pick(code) or UNKNOWN} – {away.pick(code) or UNKNOWN}"
            for code in LANGUAGES
        )
    )


def _halves(names: tuple[str | None, ...]) -> tuple[tuple[str | None, ...], ...]:
    return names[:3], names[3:]


@lru_cache(maxsize=1_000)
def id_of(record: bytes) -> UUID:
    """Return the number of a record; most are found again by the next letter."""
    return UUID(bytes=record)


@lru_cache(maxsize=1_000)
def _on(day: str) -> Words:
    """Return a day as it is shown; those near to today are shown again and again."""
    on = short_date(date.fromisoformat(day))
    return Words(on, on, on)
