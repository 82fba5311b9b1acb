"""Writes the deployment of a match: phases, detachments, posts, assignments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sportsec.domain.deployment import CommandLevel, Function, Phase
from sportsec.domain.deployment_duties import LONGEST_DUTY
from sportsec.domain.identity import natural_id
from sportsec.domain.phases import Windows, default_windows
from sportsec.domain.words import Words
from sportsec.services.sample.directory import unit_id
from sportsec.services.sample.forces import Force, forces_of, manned
from sportsec.services.sample.mint import Mint, lot
from sportsec.services.sample.numbers import mobile
from sportsec.services.sample.people import Chief, name_of
from sportsec.services.sample.plans import Plan, Size
from sportsec.services.sample.posts import Need, needs_of
from sportsec.services.sample.rows import Rows
from sportsec.services.sample.sources import fill, text, words
from sportsec.store.tables.deployment import (
    Assignment,
    Detachment,
    FixturePhase,
    Post,
)


@dataclass(frozen=True, slots=True)
class Command:
    """Who commands a match, and who may lead its detachments."""

    commander: UUID | None
    chiefs: Sequence[Chief]


class Deployments:
    """Adds deployments to the rows.

    Args:
        tongue: Language of what the record keeps in one language only.
    """

    def __init__(self, rows: Rows, mint: Mint, tongue: str) -> None:
        self._rows = rows
        self._mint = mint
        self._tongue = tongue

    def add(
        self, fixture: UUID, plan: Plan, size: Size, command: Command, gates: datetime
    ) -> None:
        """Add the deployment of one match."""
        when = default_windows(_kick_off(plan), gates)
        for phase, window in when.items():
            self._rows.add(
                FixturePhase,
                id=natural_id("fixture_phase", fixture.hex, phase),
                fixture_id=fixture,
                phase=phase,
                starts_at=window.starts_at,
                ends_at=window.ends_at,
                objective=text("phases", phase),
            )
        needs = needs_of(plan, size)
        forces = forces_of(plan, size, needs)
        posts = self._add_posts(fixture, manned(needs, forces))
        leaders = _Leaders(plan, command, self._tongue)
        for position, force in enumerate(forces):
            lead = leaders.of(force)
            key = self._add_detachment(fixture, position, force, lead, when)
            for need, persons in force.held:
                post = posts[id(need)]
                self._rows.add(
                    Assignment,
                    id=natural_id("assignment", key.hex, post.hex),
                    detachment_id=key,
                    post_id=post,
                    headcount=persons,
                )

    def _add_posts(self, fixture: UUID, needs: Sequence[Need]) -> dict[int, UUID]:
        found = {}
        for position, need in enumerate(needs):
            place = need.place
            key = self._mint.id("post", fixture, place.kind, place.code, need.phase)
            found[id(need)] = key
            is_relieved = need.phase is Phase.P3 and place.kind in {"stand", "pitch"}
            self._rows.add(
                Post,
                id=key,
                fixture_id=fixture,
                phase=need.phase,
                code=place.code,
                sector_id=place.sector,
                gate_id=place.gate,
                place=place.name,
                task=need.task,
                headcount_needed=need.persons,
                relief=text("relief") if is_relieved else Words(),
                equipment=place.equipment,
                position=position,
            )
        return found

    def _add_detachment(
        self,
        fixture: UUID,
        position: int,
        force: Force,
        lead: dict[str, Any],
        when: Windows,
    ) -> UUID:
        line = force.element
        key = self._mint.id("detachment", fixture, line["key"], force.number)
        is_women = line["key"] == "women"
        arrives, leaves = _on_duty(force, when)
        self._rows.add(
            Detachment,
            id=key,
            fixture_id=fixture,
            unit_id=unit_id(self._mint, force.city, force.unit),
            name=_trimmed(fill(words(line, "name"), n=force.number or "")),
            headcount=force.headcount,
            women=force.headcount if is_women else force.headcount // 9,
            function=Function(line["function"]),
            command_level=CommandLevel(line["level"]),
            is_reserve=line["reserve"] == "1",
            reserve_trigger=text("reserve") if line["reserve"] == "1" else Words(),
            call_sign=force.call_sign,
            channel=f"CH {line['net']}",
            fallback_channel=f"CH {int(line['net']) + 10}",
            arrives_at=arrives,
            leaves_at=leaves,
            position=position,
            **lead,
        )
        return key


def _on_duty(force: Force, when: Windows) -> tuple[datetime, datetime]:
    """Return when a detachment musters and when it may go: ten hours at most."""
    phases = [need.phase for need, _ in force.held] or [Phase.P1, Phase.P5]
    first, last = min(phases), max(phases)
    leaves = when[last if last is Phase.P1 else max(last, Phase.P4)].ends_at
    early = when[first].starts_at - timedelta(hours=1)
    arrives = max(when[Phase.P1].starts_at, min(early, when[Phase.P2].starts_at))
    return _on_five(max(arrives, leaves - LONGEST_DUTY)), leaves


def _on_five(moment: datetime) -> datetime:
    """Return the next moment that orders name: one on a full five minutes."""
    past = timedelta(
        minutes=moment.minute % 5,
        seconds=moment.second,
        microseconds=moment.microsecond,
    )
    return moment - past + timedelta(minutes=5) if past else moment


def _kick_off(plan: Plan) -> datetime:
    if plan.match.at is None:
        raise ValueError(plan.match.key)
    return plan.match.at


class _Leaders:
    """Gives each detachment its leader, nobody to two of them."""

    def __init__(self, plan: Plan, command: Command, tongue: str) -> None:
        self._free = list(command.chiefs)
        lot("leaders", *plan.match.key).shuffle(self._free)
        self._command = command
        self._city = plan.stadium.city
        self._tongue = tongue

    def of(self, force: Force) -> dict[str, Any]:
        """Return the leader's columns: a contact, or a name where he is none."""
        line = force.element
        if line["function"] == Function.MATCH_COMMANDER:
            return {"leader_id": self._command.commander}
        wanted = line["key"] if line["key"] == "women" else line["rank"] or line["key"]
        for chief in self._free:
            if chief.kind == wanted:
                self._free.remove(chief)
                return {"leader_id": chief.id}
        key = ("leader", self._city, line["key"], force.number)
        sex = "woman" if line["key"] == "women" else "man"
        return {
            "leader_name": name_of(*key, sex=sex).pick(self._tongue),
            "leader_rank": line["rank"],
            "leader_phone": mobile(*key),
        }


def _trimmed(name: Words) -> Words:
    return Words(name.ar.strip(), name.fr.strip(), name.en.strip())
