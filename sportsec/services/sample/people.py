"""Invented persons: a name in both scripts, and the contacts made of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import count
from typing import Any
from uuid import UUID

from sportsec.domain.people import ContactRole, LegalBasis
from sportsec.i18n.translator import LANGUAGE_NAMES
from sportsec.services.sample.clubs import clubs
from sportsec.services.sample.mint import Mint, lot
from sportsec.services.sample.numbers import address, landline, mobile
from sportsec.services.sample.rows import Rows
from sportsec.services.sample.sources import lines, phrase
from sportsec.store.tables.people import Contact

#: Who is called at a club, and whether on match day too.
_CLUB_ROLES = (
    (ContactRole.PRESIDENT, False),
    (ContactRole.SAFETY_OFFICER, True),
    (ContactRole.SUPPORTER_LIAISON, True),
    (ContactRole.TICKETING_OFFICER, True),
    (ContactRole.PRESS_OFFICER, False),
)
_VENUE_ROLES = (
    ContactRole.STADIUM_DIRECTOR,
    ContactRole.CONTROL_ROOM,
    ContactRole.CHIEF_STEWARD,
)

#: Each by its own name: a contact is read on screens of any language.
_LANGUAGES = " · ".join(LANGUAGE_NAMES[code] for code in ("ar", "fr"))

#: The cell's city and the smaller of its two grounds.
OWN_CITY, SECOND_GROUND = "casablanca", "phare"


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a person in Arabic and in Latin letters."""

    ar: str
    latin: str

    def pick(self, tongue: str) -> str:
        """Return the name in the script of a language."""
        return self.ar if tongue == "ar" else self.latin


@cache
def _names(kind: str) -> tuple[Name, ...]:
    return tuple(
        Name(line["ar"], line["latin"])
        for line in lines("names")
        if line["kind"] == kind
    )


def name_of(*key: object, sex: str = "man") -> Name:
    """Return the name of the person known by this key."""
    chance = lot("name", *key)
    first = chance.choice(_names(sex))
    family = chance.choice(_names("family"))
    return Name(f"{first.ar} {family.ar}", f"{first.latin} {family.latin}")


@dataclass(frozen=True, slots=True)
class Chief:
    """An officer who may lead a detachment.

    Args:
        kind: Rank, or the element of the deployment where it needs its own people.
    """

    id: UUID
    kind: str


class People:
    """Adds contacts to the rows, no two of the same name.

    Args:
        tongue: Language of what the record keeps in one language only.
    """

    def __init__(self, rows: Rows, mint: Mint, tongue: str) -> None:
        self._rows = rows
        self._mint = mint
        self._tongue = tongue
        self.names: dict[UUID, Name] = {}
        self._taken: set[Name] = set()

    def add(self, role: ContactRole, *key: object, **values: Any) -> UUID:
        """Add one contact, verified some weeks ago, and return its identifier."""
        chance = lot("contact", *key)
        contact = self._mint.id("contact", *key)
        name = self._new_name(key, values.pop("sex", "man"))
        self.names[contact] = name
        today = self._mint.today
        facts = {
            "name_ar": name.ar,
            "name_latin": name.latin,
            "phone": mobile(*key),
            "languages": _LANGUAGES,
            "valid_from": _season_start(today),
            "verified_on": today - timedelta(days=chance.randrange(2, 84)),
            "legal_basis": LegalBasis.OFFICIAL_FUNCTION,
        }
        self._rows.add(Contact, id=contact, role=role, **{**facts, **values})
        return contact

    def _new_name(self, key: tuple[object, ...], sex: str) -> Name:
        for attempt in count():
            name = name_of(*key, attempt, sex=sex)
            if name not in self._taken:
                break
        self._taken.add(name)
        return name

    def add_club_people(self) -> None:
        """Add whom to call at each club."""
        for code in clubs():
            for role, on_match_day in _CLUB_ROLES:
                self.add(
                    role,
                    code,
                    role,
                    club_id=self._mint.id("club", code),
                    is_reachable_on_match_day=on_match_day,
                    email=address(role, f"{code.lower()}-club"),
                    mandate=phrase("mandate.club").pick(self._tongue),
                    **self._worn(code, role),
                )

    def add_venue_people(self, venue_ids: dict[str, UUID]) -> None:
        """Add whom to call at each stadium."""
        for key, venue in venue_ids.items():
            for role in _VENUE_ROLES:
                self.add(
                    role,
                    key,
                    role,
                    venue_id=venue,
                    is_reachable_on_match_day=True,
                    other_phone=landline(key, role),
                    legal_basis=LegalBasis.CONTRACT,
                )

    def add_spokespersons(self) -> None:
        """Add who speaks for the declared associations; others named nobody."""
        for line in lines("groups"):
            if line["legal"] != "declared":
                continue
            self.add(
                ContactRole.SPOKESPERSON,
                line["key"],
                group_id=self._mint.id("group", line["key"]),
                sex="woman" if line["key"] == "colombes" else "man",
                legal_basis=LegalBasis.CONSENT,
                mandate=phrase("mandate.association").pick(self._tongue),
            )

    def add_authorities(self, organisations: dict[str, UUID]) -> None:
        """Add whom to call at authorities and partners."""
        for line in lines("authority_contacts"):
            for number in range(int(line["count"])):
                key: tuple[object, ...] = (
                    *(line["organisation"], line["role"], line["sex"], number),
                    *([line["rank"]] if line["role"] == "match_commander" else []),
                )
                self.add(
                    ContactRole(line["role"]),
                    *key,
                    organisation_id=organisations[line["organisation"]],
                    rank=line["rank"],
                    sex=line["sex"],
                    is_reachable_on_match_day=line["reachable"] == "1",
                )

    def add_chiefs(self, organisations: dict[str, UUID]) -> dict[str, list[Chief]]:
        """Add the officers that lead detachments; return them by city.

        The cell's own city has those of its second ground apart, under its key.
        """
        found: dict[str, list[Chief]] = {}
        for line in lines("organisations"):
            if line["kind"] != "police":
                continue
            city = line["city"]
            if city != OWN_CITY:
                found[city] = self._chiefs(
                    organisations, city, "elsewhere", line["key"]
                )
        own = _police(OWN_CITY)
        found[OWN_CITY] = self._chiefs(organisations, OWN_CITY, "home", own)
        found[SECOND_GROUND] = self._chiefs(organisations, SECOND_GROUND, "second", own)
        return found

    def _chiefs(
        self, organisations: dict[str, UUID], place: str, column: str, police: str
    ) -> list[Chief]:
        found = []
        for line in lines("chiefs"):
            own = police if line["organisation"] == "police" else line["organisation"]
            for number in range(int(line[column])):
                is_woman = line["kind"] == "women" or number % 9 == 5
                chief = self.add(
                    ContactRole.SECTOR_CHIEF,
                    *("chief", place, line["kind"], number),
                    organisation_id=organisations[own],
                    rank=line["rank"],
                    sex="woman" if is_woman else "man",
                )
                found.append(Chief(chief, line["kind"]))
        return found

    def _worn(self, code: str, role: ContactRole) -> dict[str, Any]:
        """Let a few contacts show what happens: long not verified, mandate ended."""
        today = self._mint.today
        if (code, role) in {
            ("SEB", ContactRole.TICKETING_OFFICER),
            ("AIG", ContactRole.SUPPORTER_LIAISON),
            ("OLI", ContactRole.PRESS_OFFICER),
        }:
            return {"verified_on": today - timedelta(days=140)}
        if (code, role) == ("POT", ContactRole.PRESIDENT):
            return {"valid_to": today - timedelta(days=12)}
        if role is ContactRole.SUPPORTER_LIAISON and code in {"COL", "FLE"}:
            return {"sex": "woman"}
        return {}


def _season_start(today: date) -> date:
    year = today.year if today.month >= 8 else today.year - 1
    return date(year, 7, 1)


def commander_key(city: str, rank: str, number: int = 0) -> tuple[object, ...]:
    """Return the key of a match commander as `add_authorities` makes it."""
    return _police(city), "match_commander", "man", number, rank


def deputy_key(city: str, number: int = 0) -> tuple[object, ...]:
    """Return the key of a deputy commander of a city."""
    sex = "woman" if city == "agadir" else "man"
    return _police(city), "deputy_commander", sex, number


def _police(city: str) -> str:
    return f"police_{'casa' if city == OWN_CITY else city}"


def commanders(city: str) -> list[str]:
    """Return the ranks of a city's match commanders, the highest first."""
    return [
        line["rank"]
        for line in lines("authority_contacts")
        if line["organisation"] == _police(city) and line["role"] == "match_commander"
    ]
