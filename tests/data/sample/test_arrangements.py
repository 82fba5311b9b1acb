"""The sample season looks like a cell at work: calls, promises, meetings, requests."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import func, select

from sportsec.domain.animation_rules import RequestFacts, check_answer, check_request
from sportsec.domain.animations import (
    AnimationDecision,
    AnimationDraft,
    AnimationKind,
    AnswerDraft,
    Conformity,
)
from sportsec.domain.commitments import (
    CommitmentDraft,
    CommitmentKind,
    CommitmentState,
    check_commitment,
    is_late,
)
from sportsec.domain.liaison import LiaisonDraft, check_entry
from sportsec.domain.meetings import (
    MeetingDraft,
    MeetingKind,
    MeetingStatus,
    ParticipantDraft,
    Presence,
    check_meeting,
    check_participant,
)
from sportsec.domain.problems import Problem, blocking
from sportsec.domain.risk import Rater
from sportsec.domain.task_list import TaskState, TaskStep
from sportsec.domain.words import LANGUAGES, N_
from sportsec.queries.drafts import draft_of
from sportsec.services.sample.build import build_sample
from sportsec.services.sample.sources import arrangements
from sportsec.store.tables.animations import AnimationRequest
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.liaison import (
    Commitment,
    LiaisonEntry,
    Meeting,
    Participant,
)
from sportsec.store.tables.people import Contact
from sportsec.store.tables.risk import RiskAssessment
from sportsec.store.tables.task_list import MatchTask
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from tests.builders import NOW
from tests.data.sample.conftest import TODAY

KINDS = (MatchTask, LiaisonEntry, Commitment, Meeting, Participant, AnimationRequest)


def every(work: Work, kind: Any) -> list[Any]:
    return list(work.session.scalars(select(kind)))


def main_match(work: Work) -> Fixture:
    """The gravest match of the week, about which the local commission met."""
    held = Meeting.kind == MeetingKind.LOCAL_COMMISSION
    meeting = work.session.scalars(select(Meeting).where(held)).one()
    return work.get(Fixture, meeting.fixture_id)


def test_it_is_some_hundred_rows(season: Work) -> None:
    counts = [
        season.session.scalar(select(func.count()).select_from(kind)) for kind in KINDS
    ]
    assert all(counts)
    assert 200 < sum(filter(None, counts)) < 600


def test_no_rule_forbids_to_save_what_was_written_down(season: Work) -> None:
    found: list[Problem] = []
    for entry in every(season, LiaisonEntry):
        found += check_entry(draft_of(LiaisonDraft, entry), NOW)
    for each in every(season, Commitment):
        found += check_commitment(draft_of(CommitmentDraft, each), TODAY, is_new=False)
    for each in every(season, Meeting):
        found += check_meeting(draft_of(MeetingDraft, each), NOW)
    for each in every(season, Participant):
        found += check_participant(draft_of(ParticipantDraft, each))
    for each in every(season, AnimationRequest):
        request = draft_of(AnimationDraft, each)
        found += check_request(request, RequestFacts(TODAY, has_group=True))
        found += check_answer(draft_of(AnswerDraft, each), request)
    assert not blocking(found)


def test_calls_are_made_before_their_match_and_never_in_the_future(
    season: Work,
) -> None:
    days = {each.id: each.kick_off_date for each in every(season, Fixture)}
    for entry in every(season, LiaisonEntry):
        assert entry.happened_at < NOW
        assert entry.happened_at.date() < days[entry.fixture_id]


def test_each_match_of_the_next_days_was_spoken_about(season: Work) -> None:
    calls = Counter(entry.fixture_id for entry in every(season, LiaisonEntry))
    week = Fixture.kick_off_date.between(TODAY, TODAY + timedelta(days=9))
    coming = list(season.session.scalars(select(Fixture).where(week)))
    assert coming
    assert all(
        2 <= calls[each.id] <= 5 for each in coming if each != main_match(season)
    )
    assert calls[main_match(season).id] > 5


def test_a_call_without_an_answer_waits_to_be_made_again(season: Work) -> None:
    missed = [each for each in every(season, LiaisonEntry) if not each.is_reached]
    assert [each.fixture_id for each in missed] == [main_match(season).id]


def test_promises_come_out_of_calls_and_decisions_out_of_meetings(
    season: Work,
) -> None:
    for each in every(season, Commitment):
        is_decision = each.kind is CommitmentKind.DECISION
        assert (each.meeting_id is not None) == is_decision
        assert (each.liaison_id is not None) != is_decision
        assert bool(each.responsible) == is_decision


def test_most_promises_are_still_to_be_kept_one_is_late_and_one_was_broken(
    season: Work,
) -> None:
    all_of_them = every(season, Commitment)
    states = Counter(each.state for each in all_of_them)
    assert states[CommitmentState.OPEN] > states[CommitmentState.KEPT] > 5
    broken = [each for each in all_of_them if each.state is CommitmentState.BROKEN]
    assert len(broken) == 1
    assert broken[0].remark
    assert season.get(Fixture, broken[0].fixture_id).kick_off_date < TODAY
    late = [each for each in all_of_them if is_late(each.due_on, each.state, TODAY)]
    assert [each.fixture_id for each in late] == [main_match(season).id]
    assert any(each.is_ours for each in all_of_them)


def test_the_local_commission_of_the_gravest_match_was_held(season: Work) -> None:
    match = main_match(season)
    meetings = {
        each.kind: each
        for each in every(season, Meeting)
        if each.fixture_id == match.id
    }
    held = meetings[MeetingKind.LOCAL_COMMISSION]
    assert held.status is MeetingStatus.HELD
    assert held.meets_at < NOW
    assert len(held.agenda.splitlines()) >= 4
    assert held.discussion
    came = Counter(
        each.presence
        for each in every(season, Participant)
        if each.meeting_id == held.id
    )
    assert came[Presence.PRESENT] >= 10
    assert came[Presence.EXCUSED] == came[Presence.ABSENT] == 1
    decisions = [c for c in every(season, Commitment) if c.meeting_id == held.id]
    assert len(decisions) == 4
    technical = meetings[MeetingKind.TECHNICAL]
    assert technical.status is MeetingStatus.PLANNED
    assert technical.meets_at.date() == match.kick_off_date - timedelta(days=1)
    assert MeetingKind.SUPPORTERS in meetings


def test_minutes_list_the_chair_first_and_everybody_by_function(season: Work) -> None:
    for meeting in every(season, Meeting):
        own = Participant.meeting_id == meeting.id
        rows = season.session.scalars(
            select(Participant).where(own).order_by(Participant.id)
        ).all()
        assert all(each.function for each in rows)
        first = season.get(Contact, rows[0].contact_id)
        assert first.name_ar == meeting.chair


def test_one_meeting_is_of_the_season(season: Work) -> None:
    without = [each for each in every(season, Meeting) if each.fixture_id is None]
    assert [each.status for each in without] == [MeetingStatus.HELD]


def test_requests_show_every_answer(season: Work) -> None:
    match = main_match(season)
    asked: dict[UUID, list[AnimationRequest]] = defaultdict(list)
    for each in every(season, AnimationRequest):
        assert each.sector_id is not None
        asked[each.fixture_id].append(each)
    answers = {(each.kind, each.decision) for each in asked[match.id]}
    assert answers >= {
        (AnimationKind.TIFO, AnimationDecision.CONDITIONS),
        (AnimationKind.DRUM, AnimationDecision.AUTHORISED),
        (AnimationKind.BANNER, AnimationDecision.PENDING),
        (AnimationKind.SMOKE, AnimationDecision.REFUSED),
    }
    seen = Counter(each.conformity for each in every(season, AnimationRequest))
    assert seen[Conformity.DEVIATING] == seen[Conformity.CONFORMING] == 1


def test_one_person_commands_a_match_and_decides_about_it(season: Work) -> None:
    commanders = {
        each.id: season.get(Contact, each.commander_id).name_ar
        for each in every(season, Fixture)
        if each.commander_id is not None
    }
    decided = [
        (commanders[each.fixture_id], each.decided_by)
        for kind in (AnimationRequest, RiskAssessment)
        for each in every(season, kind)
        if each.fixture_id in commanders
        and each.decided_by
        and getattr(each, "rater", Rater.POLICE) is Rater.POLICE
    ]
    assert decided
    assert [pair for pair in decided if pair[0] != pair[1]] == []


def test_what_is_ticked_was_due(season: Work) -> None:
    days = {each.id: each.kick_off_date for each in every(season, Fixture)}
    tasks = every(season, MatchTask)
    own = [each for each in tasks if each.step is None]
    assert own
    assert all(each.task for each in own)
    for each in tasks:
        assert each.closed_on is None or each.closed_on < TODAY
        assert (each.closed_on is None) == (each.state is TaskState.OPEN)
        assert each.fixture_id in days
    assert len({(each.fixture_id, each.step, each.task) for each in tasks}) == len(
        tasks
    )


def test_a_match_of_this_week_has_one_task_that_nobody_ticked(season: Work) -> None:
    query = select(Fixture.id).join(Club, Fixture.home_club_id == Club.id)
    week = Fixture.kick_off_date.between(TODAY, TODAY + timedelta(days=6))
    here = Club.code.in_(("ATL", "OCE", "PHA", "FLE"))
    matches = set(season.session.scalars(query.where(week, here)))
    ticked = {
        each.fixture_id
        for each in every(season, MatchTask)
        if each.step is TaskStep.TRAVEL_DECISION
    }
    assert len(matches - ticked - {main_match(season).id}) == 1


def test_matches_elsewhere_are_reported_on_by_another_cell(season: Work) -> None:
    week = Fixture.kick_off_date.between(TODAY - timedelta(7), TODAY - timedelta(2))
    query = select(MatchTask).join(Fixture, MatchTask.fixture_id == Fixture.id)
    tasks = season.session.scalars(query.where(week)).all()
    states = {(each.step, each.state) for each in tasks}
    assert states == {
        (TaskStep.HOT_REPORT, TaskState.DONE),
        (TaskStep.HOT_REPORT, TaskState.NOT_NEEDED),
        (TaskStep.FULL_REPORT, TaskState.NOT_NEEDED),
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_are_filled_and_of_the_cell_s_language(
    language: str, tmp_path: Path
) -> None:
    workspace = Workspace.open(tmp_path / "cell", create=True, clock=lambda: NOW)
    with workspace.writing() as work:
        build_sample(work, date(2026, 11, 27), language=language)
        work.commit(N_("Sample"))
    with workspace.reading() as work:
        for text in _texts(work):
            assert "{" not in text
            letters = [sign for sign in text if sign.isalpha()]
            arabic = sum("\u0600" <= sign <= "\u06ff" for sign in letters)
            assert arabic == (len(letters) if language == "ar" else 0), text
    workspace.close()


def _texts(work: Work) -> list[str]:
    columns = (
        *(LiaisonEntry.gist, LiaisonEntry.with_whom, Commitment.wording),
        *(Commitment.remark, Commitment.responsible, Meeting.agenda),
        *(Meeting.discussion, Meeting.place, Meeting.chair, Meeting.minutes_keeper),
        *(Participant.function, MatchTask.task, MatchTask.remark),
        *(AnimationRequest.message, AnimationRequest.material),
        *(AnimationRequest.display, AnimationRequest.removal),
        *(AnimationRequest.conditions, AnimationRequest.reason),
        *(AnimationRequest.conformity_note, AnimationRequest.decided_by),
    )
    return [text for column in columns for text in work.session.scalars(select(column))]


def test_every_text_stands_in_all_languages() -> None:
    for entry in _entries(arrangements()):
        stems = {name[:-3] for name in entry if name.endswith("_ar")}
        for stem in stems:
            assert all(entry[f"{stem}_{code}"] for code in LANGUAGES)
        assert ("ar" in entry) == ("fr" in entry) == ("en" in entry)


def _entries(found: Any) -> list[dict[str, Any]]:
    if isinstance(found, dict):
        inner = [each for part in found.values() for each in _entries(part)]
        return [found, *inner]
    if isinstance(found, list):
        return [each for part in found for each in _entries(part)]
    return []
