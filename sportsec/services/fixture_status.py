"""Acts on the life of a match: confirm, postpone, cancel, abandon, award, result."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from sportsec.domain.fixture_rules import allowed_persons
from sportsec.domain.fixtures import (
    FixtureStatus,
    KickOffStatus,
    PlanStatus,
    ResultDraft,
)
from sportsec.domain.life_cycle import check_result, check_status
from sportsec.domain.problems import Problem
from sportsec.queries.clock import local_day
from sportsec.queries.fixtures import (
    fixture_draft,
    fixture_facts,
    fixture_problems,
    frozen_problems,
)
from sportsec.queries.kept_days import KeptDays, kept_days
from sportsec.services.drafts import apply_draft
from sportsec.services.rules import refuse_blocking
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work


def status_problems(
    work: Work, fixture_id: UUID, wanted: FixtureStatus, remark: str
) -> list[Problem]:
    """Say what speaks against a change of status."""
    fixture = work.get(Fixture, fixture_id)
    return frozen_problems(work, fixture_id) + check_status(
        fixture.status,
        wanted,
        remark=remark,
        day=fixture.kick_off_date,
        today=local_day(work),
    )


def confirm_fixture(work: Work, fixture_id: UUID) -> None:
    """Take day and hour as settled.

    Raises:
        Invalid: The match cannot become confirmed.
    """
    _become(work, fixture_id, FixtureStatus.CONFIRMED, "")
    work.get(Fixture, fixture_id).kick_off_status = KickOffStatus.CONFIRMED


def postpone_fixture(work: Work, fixture_id: UUID, remark: str = "") -> KeptDays:
    """Postpone a match and return what was agreed for it, which stays as it is.

    Its new day comes with `reschedule_fixture`.
    """
    _become(work, fixture_id, FixtureStatus.POSTPONED, remark)
    return kept_days(work, fixture_id)


def cancel_fixture(work: Work, fixture_id: UUID, remark: str = "") -> KeptDays:
    """Cancel a match for good and return what was agreed for it, which stays."""
    _become(work, fixture_id, FixtureStatus.CANCELLED, remark)
    return kept_days(work, fixture_id)


def interrupt_fixture(work: Work, fixture_id: UUID, remark: str = "") -> None:
    """Note that play was stopped and may go on."""
    _become(work, fixture_id, FixtureStatus.INTERRUPTED, remark)


def abandon_fixture(work: Work, fixture_id: UUID, remark: str) -> None:
    """Note that play was stopped for good, and why."""
    _become(work, fixture_id, FixtureStatus.ABANDONED, remark)


def reinstate_fixture(work: Work, fixture_id: UUID, remark: str) -> None:
    """Put a match that is over into the calendar again: replay, appeal, mistake."""
    _become(work, fixture_id, FixtureStatus.SCHEDULED, remark)


def award_fixture(
    work: Work, fixture_id: UUID, result: ResultDraft, remark: str
) -> None:
    """Write the result that a body decided on, and its decision.

    Raises:
        Invalid: A rule is broken, such as a decision without a reference.
    """
    _write_result(work, fixture_id, result)
    _become(work, fixture_id, FixtureStatus.AWARDED, remark)


def record_result(work: Work, fixture_id: UUID, result: ResultDraft) -> None:
    """Write how a match ended; one that is played already is corrected.

    Raises:
        Invalid: A rule is broken, such as a match that lies ahead.
    """
    _write_result(work, fixture_id, result)
    if work.get(Fixture, fixture_id).status is not FixtureStatus.PLAYED:
        _become(work, fixture_id, FixtureStatus.PLAYED, "")


def result_problems(work: Work, fixture_id: UUID, result: ResultDraft) -> list[Problem]:
    """Say what is wrong with a result."""
    seen = fixture_draft(work, fixture_id)
    allowed = allowed_persons(seen, fixture_facts(work, seen))
    return frozen_problems(work, fixture_id) + check_result(result, allowed=allowed)


def advance_plan(work: Work, fixture_id: UUID, step: PlanStatus) -> None:
    """Say how far the planning of a match has come.

    Raises:
        Invalid: A rule is broken, such as a briefing without a commander.
    """
    fixture = work.get(Fixture, fixture_id)
    draft = replace(fixture_draft(work, fixture_id), plan_status=step)
    own = ("plan_status", "commander_id", "season_id")
    problems = fixture_problems(work, draft, fixture_id)
    refuse_blocking(each for each in problems if each.field in own)
    fixture.plan_status = step


def _write_result(work: Work, fixture_id: UUID, result: ResultDraft) -> None:
    fixture = work.get(Fixture, fixture_id)
    refuse_blocking(result_problems(work, fixture_id, result))
    apply_draft(fixture, result)


def _become(work: Work, fixture_id: UUID, wanted: FixtureStatus, remark: str) -> None:
    refuse_blocking(status_problems(work, fixture_id, wanted, remark))
    fixture = work.get(Fixture, fixture_id)
    fixture.status, fixture.status_remark = wanted, remark.strip()
