"""The checks of a deployment, as the officer sees them while typing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from sportsec.domain.deployment import (
    DetachmentDraft,
    Function,
    Phase,
    PostDraft,
)
from sportsec.domain.deployment_checks import (
    Flaw,
    call_signs,
    check_detachment,
    check_plan,
    check_post,
)
from sportsec.domain.deployment_plan import Plan, PostLine
from sportsec.domain.problems import Level, blocking
from sportsec.domain.venues import SectorUse
from sportsec.domain.words import Words
from tests.unit.domain.deployment_samples import (
    CHIEF,
    HOUR,
    KICK_OFF,
    a_detachment,
    a_duty,
    a_plan,
    a_post,
    a_sector,
    an_id,
)

COMPLETE = a_detachment().draft


def flaws(plan: Plan, field: str | None) -> list[Flaw]:
    return [flaw for flaw in check_plan(plan) if flaw.problem.field == field]


def test_a_complete_plan_has_no_flaw() -> None:
    plan = a_plan(
        a_detachment("Lion", function=CHIEF),
        a_post("A1", needed=10, sector="N"),
        a_sector("N"),
        assigned={("Lion", "A1P3"): 10},
    )
    assert check_plan(plan) == []


def test_a_shortage_is_named_by_post_and_phase() -> None:
    plan = a_plan(
        a_detachment(), a_post("A1", needed=8), assigned={("Lion", "A1P3"): 5}
    )
    (flaw,) = flaws(plan, "headcount_needed")
    assert (flaw.subject, flaw.record, flaw.phase) == ("post", an_id("A1P3"), Phase.P3)
    assert flaw.problem.facts["short"] == 3


@pytest.mark.parametrize(
    ("needed", "on_post", "many"), [(8, 9, 1), (8, 8, 0), (0, 2, 2), (None, 9, 0)]
)
def test_too_many_on_a_post_are_something_to_check(
    needed: int | None, on_post: int, many: int
) -> None:
    post = a_post("A1", needed=needed)
    plan = a_plan(a_detachment(), post, assigned={("Lion", "A1P3"): on_post})
    found = [each for each in check_plan(plan) if "many" in each.problem.facts]
    assert [each.problem.facts["many"] for each in found] == [many] * bool(many)
    for flaw in found:
        assert flaw.problem.level is Level.WARN
        assert (flaw.subject, flaw.record) == ("post", post.id)
        assert flaw.phase is Phase.P3


def test_a_detachment_cannot_give_more_than_it_has_in_one_phase() -> None:
    plan = a_plan(
        a_detachment(headcount=10),
        a_post("A1"),
        a_post("A2"),
        a_post("A1", phase=Phase.P2),
        assigned={("Lion", "A1P3"): 6, ("Lion", "A2P3"): 5, ("Lion", "A1P2"): 10},
    )
    (flaw,) = flaws(plan, "headcount")
    assert (flaw.phase, flaw.problem.level) == (Phase.P3, Level.BLOCK)
    assert flaw.problem.facts["assigned"] == 11


@pytest.mark.parametrize("other", ["Lion", "LION", " lion "])
def test_a_call_sign_is_used_once_whatever_its_spelling(other: str) -> None:
    plan = a_plan(a_detachment("Lion"), replace(a_detachment(other), id=an_id("2")))
    assert len(flaws(plan, "call_sign")) == 2


def test_the_call_sign_of_the_commander_is_taken_too() -> None:
    assert flaws(a_plan(a_detachment("Alpha"), call_sign="alpha"), "call_sign")


def test_the_commanders_own_detachment_shares_his_call_sign() -> None:
    own = a_detachment("Alpha", function=Function.MATCH_COMMANDER)
    plan = a_plan(own, call_sign="Alpha")
    assert not flaws(plan, "call_sign")
    assert call_signs(plan) == ["Alpha"]
    assert call_signs(plan, ignoring=own.id) == []


def test_somebody_commands() -> None:
    assert flaws(a_plan(a_detachment(), commander_id=None), "commander_id")
    commander = a_detachment("Alpha", function=Function.MATCH_COMMANDER)
    assert not flaws(a_plan(commander, commander_id=None), "commander_id")


def test_a_commander_without_a_name_commands_nobody() -> None:
    nobody = a_detachment("Alpha", function=Function.MATCH_COMMANDER, leader_name="")
    assert flaws(a_plan(nobody, commander_id=None), "commander_id")


@pytest.mark.parametrize(("leader", "told"), [("commander", False), ("other", True)])
def test_match_file_and_plan_name_the_same_commander(
    leader: str, *, told: bool
) -> None:
    command = {"function": Function.MATCH_COMMANDER, "leader_id": an_id(leader)}
    found = flaws(a_plan(a_detachment("Alpha", **command)), "leader_id")
    assert bool(found) is told


def test_an_escort_is_doubtful_where_the_away_public_is_not_to_come() -> None:
    escort = a_detachment(function=Function.ESCORT_CHIEF)
    assert not flaws(a_plan(escort), "function")
    (flaw,) = flaws(a_plan(escort, keeps_away_out=True), "function")
    assert (flaw.record, flaw.problem.level) == (escort.id, Level.WARN)


@pytest.mark.parametrize("field", ["leader_name", "call_sign", "channel"])
def test_a_detachment_without_leader_call_sign_or_channel_is_flagged(
    field: str,
) -> None:
    plan = a_plan(a_detachment("X", **{field: ""}))
    (flaw,) = flaws(plan, field)
    assert flaw.problem.level is Level.WARN


def test_a_leader_chosen_among_the_contacts_needs_no_name() -> None:
    draft = replace(COMPLETE, leader_name="", leader_id=an_id("contact"))
    assert check_detachment(draft) == []


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"headcount": 0}, "headcount"),
        ({"women": 11}, "women"),
        ({"unit_id": None}, "unit_id"),
        ({"arrives_at": KICK_OFF, "leaves_at": KICK_OFF}, "leaves_at"),
    ],
)
def test_impossible_figures_and_times_are_refused(
    values: dict[str, Any], field: str
) -> None:
    found = blocking(check_detachment(replace(COMPLETE, **values)))
    assert [problem.field for problem in found] == [field]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"headcount": None}, "headcount"),
        ({"headcount_present": 9}, "headcount_present"),
        ({"is_reserve": True}, "reserve_trigger"),
        (
            {"arrives_at": KICK_OFF - 6 * HOUR, "leaves_at": KICK_OFF + 5 * HOUR},
            "leaves_at",
        ),
    ],
)
def test_what_the_officer_should_know_is_a_warning(
    values: dict[str, Any], field: str
) -> None:
    (found,) = check_detachment(replace(COMPLETE, **values))
    assert (found.field, found.level) == (field, Level.WARN)


def test_ten_hours_on_duty_are_not_too_long() -> None:
    draft = replace(
        COMPLETE, arrives_at=KICK_OFF - 5 * HOUR, leaves_at=KICK_OFF + 5 * HOUR
    )
    assert check_detachment(draft) == []


def test_a_reserve_with_its_signal_is_fine_without_a_post() -> None:
    reserve = a_detachment(
        function=None, is_reserve=True, reserve_trigger=Words(fr="Sur ordre")
    )
    assert check_plan(a_plan(reserve, a_post("A1", needed=0))) == []


def test_a_detachment_with_nothing_to_do_is_flagged() -> None:
    (flaw,) = flaws(a_plan(a_detachment(function=None), a_post("A", needed=0)), None)
    assert flaw.record == an_id("Lion")


def test_a_sector_without_post_or_without_chief_is_flagged() -> None:
    plan = a_plan(
        a_detachment(),
        a_post("A1", needed=0, sector="N"),
        a_post("A2", needed=0, sector="S", phase=Phase.P2),
        a_sector("N"),
        a_sector("S"),
        a_sector("X", SectorUse.BUFFER),
    )
    found = [(flaw.record, flaw.phase) for flaw in flaws(plan, None)]
    assert found == [(an_id("N"), Phase.P3), (an_id("S"), Phase.P3)]


def test_who_leads_a_sector_at_its_gates_does_not_lead_it_during_the_match() -> None:
    plan = a_plan(
        a_detachment("Lion", function=CHIEF),
        a_detachment("Fox"),
        a_post("A1", needed=0, sector="N", phase=Phase.P2),
        a_post("A1", needed=0, sector="N"),
        a_sector("N"),
    )
    early = replace(plan, assigned={(an_id("Lion"), an_id("A1P2")): 4})
    (flaw,) = flaws(early, None)
    assert (flaw.record, flaw.phase) == (an_id("N"), Phase.P3)
    seated = replace(plan, assigned={(an_id("Lion"), an_id("A1P3")): 4})
    assert not flaws(seated, None)


RESERVE = a_detachment("R1", is_reserve=True, reserve_trigger=Words(fr="Ordre"))
GATE: dict[str, Any] = {"needed": 0, "gate_id": an_id("gate")}


def test_a_reserve_that_holds_posts_is_told_in_the_phase_that_takes_most() -> None:
    plan = a_plan(
        RESERVE,
        a_post("A1", phase=Phase.P2, **GATE),
        a_post("A1", **GATE),
        a_post("A2", **GATE),
        assigned={("R1", "A1P2"): 6, ("R1", "A1P3"): 4, ("R1", "A2P3"): 3},
    )
    (flaw,) = flaws(plan, "is_reserve")
    assert (flaw.record, flaw.phase) == (RESERVE.id, Phase.P3)
    assert (flaw.problem.level, flaw.problem.facts["assigned"]) == (Level.WARN, 7)


@pytest.mark.parametrize(
    ("post", "others", "told"),
    [
        (a_post("X", **GATE), 0, True),
        (a_post("X", needed=0, sector_id=an_id("N")), 0, True),
        (a_post("X", needed=0), 5, True),  # a check point, with others
        (a_post("X", needed=0), 0, False),  # where it waits
        (a_post("X", phase=Phase.P0, **GATE), 0, False),
    ],
)
def test_a_reserve_waits_at_a_point_of_its_own(
    post: PostLine, others: int, *, told: bool
) -> None:
    plan = a_plan(RESERVE, a_detachment(), post)
    on_it = {RESERVE.id: 10, an_id("Lion"): others}
    assigned = {(key, post.id): n for key, n in on_it.items() if n}
    assert bool(flaws(replace(plan, assigned=assigned), "is_reserve")) is told


def test_an_empty_plan_says_where_to_begin() -> None:
    (flaw,) = check_plan(a_plan(a_sector("N")))
    assert flaw.subject == "plan"
    (flaw,) = check_plan(a_plan(a_detachment(), a_sector("N")))
    assert flaw.subject == "plan"


def test_who_comes_after_or_leaves_before_his_phase_is_flagged() -> None:
    late = a_detachment(arrives_at=KICK_OFF + HOUR, leaves_at=KICK_OFF + 4 * HOUR)
    plan = a_plan(late, a_post("A1"), assigned={("Lion", "A1P3"): 5})
    assert [flaw.phase for flaw in flaws(plan, "arrives_at")] == [Phase.P3]
    early = a_detachment(arrives_at=KICK_OFF - HOUR, leaves_at=KICK_OFF + HOUR)
    plan = a_plan(early, a_post("A1"), assigned={("Lion", "A1P3"): 5})
    assert [flaw.phase for flaw in flaws(plan, "leaves_at")] == [Phase.P3]


def test_preparation_is_no_time_of_presence() -> None:
    lion = a_detachment(arrives_at=KICK_OFF - HOUR, leaves_at=KICK_OFF + HOUR)
    post = a_post("A1", phase=Phase.P0)
    plan = a_plan(lion, post, assigned={("Lion", "A1P0"): 5})
    assert check_plan(plan) == []


def test_a_double_booking_leads_to_its_detachment() -> None:
    plan = a_plan(
        a_detachment(strength=12), duties=(a_duty(KICK_OFF, KICK_OFF + HOUR),)
    )
    (flaw,) = flaws(plan, "unit_id")
    assert (flaw.subject, flaw.record) == ("detachment", an_id("Lion"))


def test_what_must_be_corrected_comes_first() -> None:
    plan = a_plan(
        a_detachment("A", channel=""), a_detachment("B", women=99), a_post("P")
    )
    levels = [flaw.problem.level for flaw in check_plan(plan)]
    assert levels == sorted(levels, key=lambda level: level is not Level.BLOCK)


def test_a_post_has_a_code_of_its_own_in_its_phase() -> None:
    draft = a_post("A1").draft
    assert check_post(draft) == []
    assert check_post(draft, [a_post("A1", phase=Phase.P2)]) == []
    assert blocking(check_post(draft, [a_post("a1")]))
    assert blocking(check_post(replace(draft, code=" ")))


def test_a_post_says_where_it_is_and_how_many_it_needs() -> None:
    found = check_post(PostDraft(code="A1"))
    assert [problem.field for problem in found] == ["headcount_needed", "place"]


def test_an_empty_detachment_says_all_that_is_missing() -> None:
    fields = [problem.field for problem in check_detachment(DetachmentDraft())]
    assert fields == ["headcount", "unit_id", "leader_name", "call_sign", "channel"]
