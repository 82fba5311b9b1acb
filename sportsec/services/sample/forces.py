"""The detachments of a match: from which units, how many, and on which posts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import ceil

from sportsec.domain.deployment import Phase
from sportsec.services.sample.directory import units_of
from sportsec.services.sample.plans import Plan, Size
from sportsec.services.sample.posts import Need
from sportsec.services.sample.sources import Line, lines

_SIZES = ("small", "medium", "large", "derby")
#: Officers of detachments that hold no post.
_STAFFS = {"staff": 8, "partner": 3, "press": 2, "supply": 24}
#: Further units that come when the city's own are not enough.
_REINFORCED = {"stands": ("rf1", "rf2"), "reserve": ("rf3",)}
_REINFORCED_FROM = {"rf1": "rabat", "rf2": "meknes", "rf3": "marrakech"}

#: Matches whose plan is not finished.
_SHORT = frozenset({"PHA", "OCE"})
_SAME_SIGN = frozenset({"REM", "DET"})
WITHOUT_COMMANDER = frozenset({"SEB", "POT"})


@dataclass(slots=True)
class Force:
    """A detachment in the making.

    Args:
        number: Among those of its element, from 1; 0 for the only one.
        city: Of the unit; `unit` is its key there.
        held: Posts with the officers it gives to each.
    """

    element: Line
    number: int
    city: str
    unit: str
    headcount: int
    held: list[tuple[Need, int]] = field(default_factory=list)
    sign: str = ""

    @property
    def call_sign(self) -> str:
        """Its name on the radio."""
        sign = self.element["sign"]
        return self.sign or (f"{sign} {self.number}" if self.number else sign)


def forces_of(plan: Plan, size: Size, needs: Sequence[Need]) -> list[Force]:
    """Return the detachments that hold all posts, in the order of the tables.

    Three matches show what checks are for: one lacks officers on two posts, one has
    no command group, one uses a call sign twice.
    """
    found = _all_forces(plan, size, needs)
    pair = frozenset((plan.match.home, plan.match.away))
    if pair == _SHORT:
        for force in [each for each in found if each.held][1:3]:
            force.held.pop()
    elif pair == WITHOUT_COMMANDER:
        found = [each for each in found if each.element["key"] != "staff"]
    elif pair == _SAME_SIGN:
        found[-1].sign = found[-2].call_sign
    return found


def _all_forces(plan: Plan, size: Size, needs: Sequence[Need]) -> list[Force]:
    by_element: dict[str, list[Need]] = defaultdict(list)
    for need in needs:
        by_element[need.place.element].append(need)
    found = []
    for line in lines("elements"):
        count = int(line[_SIZES[size]])
        units = _units(plan, line, size)
        if count and units:
            own = by_element[line["key"]]
            found += _raise(line, count, units, own)
    return found


def manned(needs: Sequence[Need], forces: Sequence[Force]) -> list[Need]:
    """Return the posts that somebody could hold: no horses where there are none."""
    elements = {force.element["key"] for force in forces}
    return [need for need in needs if need.place.element in elements]


def _units(plan: Plan, line: Line, size: Size) -> list[tuple[str, str]]:
    """Return city and key of the units that give this kind of detachment."""
    city, prefix = plan.stadium.city, line["unit"]
    own = [
        (city, each["key"])
        for each in units_of(city)
        if each["key"].rstrip("0123456789") == prefix
    ]
    if size is Size.DERBY:
        extra = _REINFORCED.get(line["key"], ())
        own += [(_REINFORCED_FROM[key], key) for key in extra]
    return own


def _raise(
    line: Line, count: int, units: list[tuple[str, str]], needs: Sequence[Need]
) -> list[Force]:
    heads = _heads(line, count, needs)
    forces = [
        Force(
            line, number if count > 1 else 0, *units[(number - 1) % len(units)], heads
        )
        for number in range(1, count + 1)
    ]
    for phase in Phase:
        _man([need for need in needs if need.phase is phase], forces)
    return forces


def _heads(line: Line, count: int, needs: Sequence[Need]) -> int:
    """Return how many each detachment has: enough for its busiest phase."""
    by_phase: dict[Phase, int] = defaultdict(int)
    for need in needs:
        by_phase[need.phase] += need.persons
    busiest = max(by_phase.values(), default=0)
    if not busiest:
        return _STAFFS.get(line["key"], 6)
    largest = max(need.persons for need in needs)
    return max(ceil(busiest / count), largest)


def _man(needs: Sequence[Need], forces: Sequence[Force]) -> None:
    """Man the posts of one phase: the least busy detachment, else several."""
    left = {id(force): force.headcount for force in forces}
    for need in sorted(needs, key=lambda each: -each.persons):
        freest = max(forces, key=lambda force: left[id(force)])
        whole = left[id(freest)] >= need.persons
        for force, persons in _share(need, [freest] if whole else forces, left):
            force.held.append((need, persons))
            left[id(force)] -= persons


def _share(
    need: Need, forces: Sequence[Force], left: dict[int, int]
) -> Iterator[tuple[Force, int]]:
    missing = need.persons
    for force in forces:
        given = min(missing, left[id(force)])
        if given:
            yield force, given
            missing -= given
