"""Registers of clubs made of bare names, and of the clubs of Morocco."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from uuid import NAMESPACE_URL, UUID, uuid5

from sportsec.domain.folding import fold
from sportsec.domain.intake.matching import Found, Known, Register
from sportsec.domain.intake.matching_sounds import is_arabic
from sportsec.domain.intake.preview import NameKind
from sportsec.domain.words import Words
from sportsec.services.intake.likeness import FastLikeness

SAMPLES = Path(__file__).parents[2] / "samples"
LIKENESS = FastLikeness()


def key_of(name: str) -> UUID:
    return uuid5(NAMESPACE_URL, name)


def known(name: str, city: str = "", code: str = "", *more: str) -> Known:
    words = Words(ar=name) if is_arabic(name) else Words(fr=name)
    return Known(key_of(name), words, Words(), Words(fr=city), code, more)


def register(*names: str | Known, kind: NameKind = NameKind.CLUB) -> Register:
    found = [known(each) if isinstance(each, str) else each for each in names]
    return Register(kind, found, LIKENESS)


def means(found: Found, name: str) -> bool:
    return found.id == key_of(name)


@dataclass(frozen=True)
class RealClubs:
    """The clubs of Morocco, and every spelling of them that was found in files."""

    rows: dict[str, dict[str, str]]
    aliases: dict[str, list[str]]

    @classmethod
    def read(cls) -> RealClubs:
        folder = SAMPLES / "clubs"
        with (folder / "morocco_clubs.csv").open(encoding="utf-8") as file:
            rows = {row["code"]: row for row in csv.DictReader(file)}
        aliases: dict[str, list[str]] = defaultdict(list)
        with (folder / "club_aliases.csv").open(encoding="utf-8") as file:
            for row in csv.DictReader(file):
                aliases[row["code"]].append(row["alias"])
        return cls(rows, aliases)

    def spellings(self) -> list[tuple[str, str]]:
        """Return each spelling with the code of its club, once."""
        names = ("name_fr", "name_ar", "name_en")
        found = [(row[name], code) for code, row in self.rows.items() for name in names]
        found += [(text, code) for code, each in self.aliases.items() for text in each]
        return list(dict.fromkeys(pair for pair in found if pair[0]))

    def register(
        self, *, without: str = "", left_out: str = "", aliases: bool = True
    ) -> Register:
        """Return the clubs; `without` a spelling, with a whole club `left_out`."""
        gone = fold(without)

        def kept(text: str) -> str:
            return "" if gone and fold(text) == gone else text

        found = [
            Known(
                key_of(code),
                Words(*(kept(row[f"name_{each}"]) for each in ("ar", "fr", "en"))),
                Words(),
                Words(ar=row["city_ar"], fr=row["city_fr"]),
                kept(code),
                tuple(filter(kept, self.aliases[code])) if aliases else (),
            )
            for code, row in self.rows.items()
            if code != left_out
        ]
        return Register(NameKind.CLUB, found, LIKENESS)
