from __future__ import annotations

import time
from uuid import UUID

from sportsec.domain.identity import natural_id, new_id


def test_identifiers_are_uuid_version_7() -> None:
    identifier = new_id()
    assert identifier.version == 7
    assert identifier.variant == "specified in RFC 4122"


def test_identifiers_carry_the_moment_in_their_first_48_bits() -> None:
    before = time.time_ns() // 1_000_000
    stamp = new_id().int >> 80
    assert before <= stamp <= time.time_ns() // 1_000_000


def test_identifiers_are_in_the_order_of_their_making_and_do_not_repeat() -> None:
    made = [new_id() for _ in range(10_000)]
    assert made == sorted(set(made))
    assert {each.version for each in made} == {7}


def test_two_cells_name_the_same_link_row_alike() -> None:
    assert natural_id("alias", "wydad") == natural_id("alias", "wydad")
    assert natural_id("alias", "wydad") != natural_id("alias", "raja")
    assert natural_id("a", "bc") != natural_id("ab", "c")
    assert isinstance(natural_id("alias", "wydad"), UUID)
