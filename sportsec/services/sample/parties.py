"""Whom a cell speaks with: a contact, and for whom that person speaks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sportsec.domain.people import ContactRole
from sportsec.i18n.labels import label
from sportsec.i18n.translator import translator
from sportsec.services.sample.clubs import clubs
from sportsec.services.sample.mint import Mint
from sportsec.services.sample.occasions import Rated
from sportsec.services.sample.people import People, deputy_key
from sportsec.services.sample.sources import Line, lines, phrase, words

_OFFICER = ("police_casa", "liaison_officer", "man")


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who is called or invited.

    Args:
        contact: None for a person who is not in the directory.
        name: In the script of the cell.
        role: In what function; None for a person who is not in the directory.
        speaks_for: The column that binds a club, group, organisation or the cell;
            empty for one who speaks for nobody else.
    """

    contact: UUID | None
    name: str
    role: ContactRole | None = None
    speaks_for: dict[str, Any] = field(default_factory=dict)

    def bound(self, how: str = "") -> dict[str, Any]:
        """Return the columns that say who is bound by a promise of this person.

        Args:
            how: "contact", "ours", or empty for whom the person speaks for.
        """
        if how == "ours":
            return {"is_ours": True, **self._named()}
        return {"contact_id": self.contact} if how == "contact" else self._named()

    def invited(self, tongue: str) -> dict[str, Any]:
        """Return the columns of this person at a meeting."""
        return {
            "contact_id": self.contact,
            "organisation_id": self.speaks_for.get("organisation_id"),
            "function": label(translator(tongue), self.role) if self.role else "",
        }

    def _named(self) -> dict[str, Any]:
        return dict(self.speaks_for) or {"contact_id": self.contact}


class Parties:
    """Finds parties by the words of `arrangements.toml`.

    Args:
        tongue: Language of what the record keeps in one language only.
    """

    def __init__(self, mint: Mint, people: People, tongue: str) -> None:
        self._mint = mint
        self._people = people
        self._tongue = tongue

    def first(self, match: Rated, wanted: list[str]) -> Party | None:
        """Return the first of those wanted whom the directory has."""
        found = (self.find(match, each) for each in wanted)
        return next((each for each in found if each is not None), None)

    def find(self, match: Rated, word: str) -> Party | None:
        """Return who is meant for a match; None where nobody is known."""
        kind, *rest = word.split(":")
        finders: dict[str, Callable[..., Party | None]] = {
            "club": self._of_club,
            "police": self._of_police,
            "venue": self._of_venue,
            "group": self._of_group,
            "org": self._of_organisation,
            "commander": self._commander,
            "cell": self._officer,
        }
        return finders[kind](match, *rest)

    def group_of(self, match: Rated, side: str, kind: str) -> Line:
        """Return a group of a club: of a kind, or else its first."""
        code = _club(match, side)
        own = [line for line in lines("groups") if line["club"] == code]
        return next((line for line in own if line["kind"] == kind), own[0])

    def _of_club(self, match: Rated, side: str, role: str) -> Party | None:
        code = _club(match, side)
        return self._known(role, ("contact", code, role), club_id=("club", code))

    def _of_police(self, match: Rated, side: str) -> Party | None:
        key = deputy_key(clubs()[_club(match, side)].city)
        return self._known(
            *("deputy_commander", ("contact", *key)),
            organisation_id=("organisation", str(key[0])),
        )

    def _of_venue(self, match: Rated, role: str) -> Party | None:
        return self._known(role, ("contact", match.plan.stadium.key, role))

    def _of_group(self, match: Rated, side: str, how: str = "") -> Party | None:
        if how == "speaker":  # of those who founded no association
            group = self.group_of(match, side, "ultras")
            name = phrase("speaker", group=words(group, "name")).pick(self._tongue)
            own = self._mint.id("group", group["key"])
            return Party(None, name, speaks_for={"group_id": own})
        group = self.group_of(match, side, "association")
        key = group["key"]
        return self._known("spokesperson", ("contact", key), group_id=("group", key))

    def _commander(self, match: Rated) -> Party | None:
        if match.commander is None:
            return None
        police = str(deputy_key(match.plan.stadium.city)[0])
        own = self._mint.id("organisation", police)
        name = self._people.names[match.commander].pick(self._tongue)
        role = ContactRole.MATCH_COMMANDER
        return Party(match.commander, name, role, {"organisation_id": own})

    def _officer(self, match: Rated) -> Party | None:
        """Return the officer of the cell who sees to what it promised itself."""
        officer = self._of_organisation(match, *_OFFICER)
        return officer and Party(None, officer.name, speaks_for={"is_ours": True})

    def _of_organisation(
        self, _match: Rated, key: str, role: str, sex: str
    ) -> Party | None:
        own = ("contact", key, role, sex, 0)
        return self._known(role, own, organisation_id=("organisation", key))

    def _known(
        self, role: str, key: tuple[object, ...], **speaks_for: tuple[str, str]
    ) -> Party | None:
        contact = self._mint.id(*map(str, key))
        name = self._people.names.get(contact)
        if name is None:
            return None
        ids = {column: self._mint.id(*of) for column, of in speaks_for.items()}
        return Party(contact, name.pick(self._tongue), ContactRole(role), ids)


def _club(match: Rated, side: str) -> str:
    game = match.plan.match
    return game.home if side == "home" else game.away
