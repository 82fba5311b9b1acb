"""What a search shows of a record: its name, and what tells it from its namesakes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from uuid import UUID

from sportsec.domain.words import LANGUAGES, Words
from sportsec.i18n.formats import short_date

#: The kind of a match; all others are names.
MATCH = "fixture"
#: A club that is not known yet.
UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class Hit:
    """One record found.

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
    return Hit(kind, UUID(bytes=record), Words(*texts[:3]), Words(*texts[3:]))


def match_hit(record: bytes, day: str, *names: str) -> Hit:
    """Return a match as it is shown.

    Args:
        day: In ISO form.
        names: Of the home and the away side, each in the three languages.
    """
    if not all(names):
        names = _in_all_languages(names[:3]) + _in_all_languages(names[3:])
    ar, fr, en, other_ar, other_fr, other_en = names
    sides = Words(f"{ar} – {other_ar}", f"{fr} – {other_fr}", f"{en} – {other_en}")
    return Hit(MATCH, UUID(bytes=record), sides, _on(day))


@lru_cache(maxsize=1_000)
def _on(day: str) -> Words:
    """Return a day as it is shown; those near to today are shown again and again."""
    on = short_date(date.fromisoformat(day))
    return Words(on, on, on)


def _in_all_languages(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return a name as it is read in each language."""
    name = Words(*names)
    return tuple(name.pick(code) or UNKNOWN for code in LANGUAGES)
