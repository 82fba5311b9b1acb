"""The directory of the sample season: clubs, groups, organisations, units."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from sportsec.domain.deployment import CommandKind, Service
from sportsec.domain.groups import (
    Attitude,
    Behaviour,
    GroupKind,
    GroupLegalStatus,
    RelationKind,
    SourceGrade,
    TravelHabit,
)
from sportsec.domain.identity import natural_id
from sportsec.domain.people import OrganisationKind
from sportsec.domain.words import Words
from sportsec.services.sample.clubs import cities, clubs
from sportsec.services.sample.mint import Mint, lot
from sportsec.services.sample.numbers import address, landline
from sportsec.services.sample.rows import Rows
from sportsec.services.sample.sources import Line, fill, lines, phrase, whole, words
from sportsec.services.sample.stadiums import Stadium
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.groups import GroupRelation, SupporterGroup
from sportsec.store.tables.people import Organisation
from sportsec.store.tables.units import Command, Unit

#: A group's file is kept for so long after its last review (law 09-08).
_KEPT = timedelta(days=2 * 365)


def add_clubs(rows: Rows, mint: Mint, found: dict[str, Stadium], tongue: str) -> None:
    """Add the clubs."""
    for number, club in enumerate(clubs().values(), start=1):
        rows.add(
            Club,
            id=mint.id("club", club.code),
            code=club.code,
            name=club.name,
            short_name=club.short_name,
            city=cities()[club.city].name,
            colours=words(club.line, "colours"),
            founded_year=whole(club.line, "founded_year"),
            federation_no=f"F-{1200 + 37 * number}",
            home_venue_id=found[club.venue].id,
            steward_provider=phrase("provider").pick(tongue),
            steward_count=whole(club.line, "stewards"),
        )


def add_groups(rows: Rows, mint: Mint, found: dict[str, Stadium], tongue: str) -> None:
    """Add the supporter groups and their relations."""
    for line in lines("groups"):
        stadium = found[clubs()[line["club"]].venue]
        sector = next(
            key for key, each in stadium.sectors.items() if each.code == line["sector"]
        )
        reviewed = mint.today - timedelta(days=lot("review", line["key"]).randrange(70))
        sizes = ("members", "core", "away")
        ranges = (f"{size}_{end}" for size in sizes for end in ("low", "high"))
        rows.add(
            SupporterGroup,
            id=mint.id("group", line["key"]),
            name=words(line, "name"),
            aliases=line["aliases"],
            club_id=mint.id("club", line["club"]),
            kind=GroupKind(line["kind"]),
            legal_status=GroupLegalStatus(line["legal"]),
            founded_year=whole(line, "founded"),
            usual_sector_id=sector,
            banner=words(line, "banner"),
            colours=words(clubs()[line["club"]].line, "colours"),
            **{field: whole(line, field) for field in ranges},
            sizes_source=phrase("sizes.source").pick(tongue),
            sizes_on=reviewed,
            attitude_police=Attitude(line["police"]),
            attitude_stewards=Attitude(line["stewards"]),
            attitude_board=Attitude(line["board"]),
            travel_habits=tuple(map(TravelHabit, line["travel"].split())),
            behaviours=tuple(map(Behaviour, line["behaviours"].split())),
            sensitive_dates=words(line, "sensitive"),
            source_grade=SourceGrade(line["grade"]),
            reviewed_on=reviewed,
            retention_until=reviewed + _KEPT,
        )
    for line in lines("relations"):
        ends = [mint.id("group", line[end]) for end in ("one", "other")]
        rows.add(
            GroupRelation,
            id=natural_id("group_relation", *(end.hex for end in sorted(ends))),
            group_id=ends[0],
            other_group_id=ends[1],
            kind=RelationKind(line["kind"]),
            since=date(mint.today.year - int(line["years_ago"]), 10, 1),
            reason=words(line, "reason"),
            last_event=words(line, "event"),
        )


def add_organisations(rows: Rows, mint: Mint) -> dict[str, UUID]:
    """Add authorities and partners; return their identifiers by key."""
    found = {}
    for line in lines("organisations"):
        found[line["key"]] = mint.id("organisation", line["key"])
        rows.add(
            Organisation,
            id=found[line["key"]],
            name=words(line, "name"),
            kind=OrganisationKind(line["kind"]),
            # those of no city serve the whole country
            city=cities()[line["city"]].name if line["city"] else Words(),
            phone=landline("organisation", line["key"]),
            email=address("contact", line["key"]),
        )
    return found


def add_commands(rows: Rows, mint: Mint) -> None:
    """Add the territorial organisation."""
    for line in lines("commands"):
        parent = line["parent"]
        rows.add(
            Command,
            id=mint.id("command", line["key"]),
            name=words(line, "name"),
            kind=CommandKind(line["kind"]),
            parent_id=mint.id("command", parent) if parent else None,
            city=cities()[line["city"]].name,
            phone=landline("command", line["key"]),
        )


def units_of(city: str) -> list[Line]:
    """Return the units of a city, reinforcements not among them."""
    own = [line for line in lines("units") if line["city"] == city]
    found = [line for line in own if line["reinforcement"] == "0"]
    return found or [line for line in lines("units") if line["city"] == "*"]


def add_units(rows: Rows, mint: Mint) -> None:
    """Add the units of every city that has a stadium, and the reinforcements."""
    hosts = dict.fromkeys(line["city"] for line in lines("venues"))
    for city in hosts:
        for line in units_of(city):
            _add_unit(rows, mint, city, line)
    for line in lines("units"):
        if line["reinforcement"] == "1":
            _add_unit(rows, mint, line["city"], line)


def _add_unit(rows: Rows, mint: Mint, city: str, line: Line) -> None:
    name = cities()[city].name
    command = line["command"] if line["command"] != "*" else city
    rows.add(
        Unit,
        id=unit_id(mint, city, line["key"]),
        name=fill(words(line, "name"), city=name),
        command_id=mint.id("command", command),
        service=Service(line["service"]),
        kind_code=line["kind"],
        strength=whole(line, "strength"),
        home_city=name if line["reinforcement"] == "1" else Words(),
        is_reinforcement=line["reinforcement"] == "1",
        phone=landline("unit", city, line["key"]),
    )


def unit_id(mint: Mint, city: str, key: str) -> UUID:
    """Return the identifier of a unit."""
    return mint.id("unit", city, key)
