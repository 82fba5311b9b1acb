"""The language of a paper, or its two languages, in one voice.

A paper in two languages prints running text side by side, and stacks the second
language under the first in tables and labels.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from sportsec.domain.words import Words
from sportsec.i18n.formats import date_time, hour, long_date, number, short_date
from sportsec.i18n.labels import label
from sportsec.i18n.phones import phone
from sportsec.i18n.translator import Translator
from sportsec.queries.briefing.rows import Person
from sportsec.reports.document import Block, SideBySide

NO_BREAK = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Voice:
    """Says things in the language of the paper, and in the second where there is one.

    Args:
        t: Language of the paper; decides its direction.
        second: The other language of a bilingual paper.
    """

    t: Translator
    second: Translator | None = None

    def __call__(self, msgid: str, **values: object) -> str:
        """Return a text of ours, stacked in both languages."""
        return self.stack(lambda t: t(msgid, **values))

    def label(self, member: Enum) -> str:
        """Return the words of a coded value, stacked in both languages."""
        return self.stack(lambda t: label(t, member))

    def pick(self, words: Words) -> str:
        """Return a data text, stacked where both languages have one of their own."""
        return self.stack(lambda t: t.pick(words))

    def person(self, person: Person) -> str:
        """Return rank and name as each language writes them."""
        return self.stack(lambda t: person_text(t, person))

    def stack(self, say: Callable[[Translator], str]) -> str:
        """Return what `say` says, once if both languages say the same."""
        first = say(self.t)
        if self.second is None:
            return first
        other = say(self.second)
        if other in {first, ""}:
            return first
        # Isolated, or the direction of the paper would turn the foreign line around.
        return f"{first}\n{self.t.isolate(other)}" if first else self.t.isolate(other)

    def beside(
        self, blocks: Callable[[Translator], tuple[Block, ...]]
    ) -> tuple[Block, ...]:
        """Return running text; in two columns on a bilingual paper."""
        first = blocks(self.t)
        if self.second is None:
            return first
        other = blocks(self.second)
        return (SideBySide(first, other),) if first or other else ()

    def number(self, value: float | None, decimals: int = 0) -> str:
        """Return a figure, kept whole inside right-to-left text."""
        return self.t.isolate(number(value, self.t.language, decimals))

    def span(self, low: int | None, high: int | None) -> str:
        """Return a range of figures; one figure when both ends agree."""
        if low is None or high is None or low == high:
            return self.number(low if high is None else high)
        ends = (number(each, self.t.language) for each in (low, high))
        return self.t.span(*ends)

    def hour(self, moment: datetime | None) -> str:
        """Return a local time of day."""
        return self.t.isolate(hour(moment))

    def moment(self, moment: datetime | None) -> str:
        """Return a local date and time of day."""
        return self.t.isolate(date_time(moment))

    def day(self, day: date | None) -> str:
        """Return a short date."""
        return self.t.isolate(short_date(day))

    def long_day(self, day: date) -> str:
        """Return a date in words."""
        return self.stack(lambda t: long_date(day, t.language))

    def code(self, text: str) -> str:
        """Return a call sign or number as it is, kept whole."""
        return self.t.isolate(text)

    def codes(self, texts: Iterable[str]) -> str:
        """Return call signs in their order; none is broken at the end of a line."""
        comma = "، " if self.t.rtl else ", "
        return comma.join(self.code(text.replace(" ", NO_BREAK)) for text in texts)

    def phone(self, text: str) -> str:
        """Return a telephone number as people read it."""
        return self.t.isolate(phone(text)) if text else ""


def on_line(stacked: str) -> str:
    """Return a short text in two languages on one line instead of two."""
    return " · ".join(stacked.splitlines())


def listed(t: Translator, members: Iterable[Enum], comma: str = "") -> str:
    """Return the words of coded values, one after the other."""
    comma = comma or ("، " if t.rtl else ", ")
    return comma.join(label(t, member) for member in members)


def person_text(t: Translator, person: Person) -> str:
    """Return rank and name in the script of the language, the other where missing."""
    names = (person.name_ar, person.name_latin)
    own, foreign = names if t.rtl else names[::-1]
    name = own or foreign
    rank = t.pick(person.rank)
    return f"{rank} {name}".strip()
