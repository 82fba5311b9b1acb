"""What stands open before a meeting, and how it comes onto the agenda."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from sportsec.domain.animations import AnimationKind
from sportsec.domain.commitments import CommitmentKind, CommitmentState
from sportsec.domain.meetings import MeetingKind
from sportsec.domain.task_list import TaskDraft
from sportsec.queries.meetings import meeting_draft
from sportsec.queries.open_points import points_before, points_to_add
from sportsec.services.commitments import close_commitment
from sportsec.services.meetings import fill_agenda, revise_meeting
from sportsec.services.task_list import add_task
from sportsec.store.tables.animations import AnimationRequest
from sportsec.store.tables.fixtures import KickOffChange
from sportsec.store.tables.risk import RiskAssessment
from sportsec.store.work import Work
from tests.builders import NOW, a_group
from tests.data.meetings.samples import City, a_city, a_decision, a_meeting


def said(work: Work, meeting: UUID, language: str = "en") -> list[str]:
    points = points_before(work, meeting_draft(work, meeting), meeting)
    return [getattr(point, language) for point in points]


def a_commission(work: Work, city: City | None = None) -> UUID:
    match = city.match.id if city else None
    return a_meeting(work, match, kind=MeetingKind.LOCAL_COMMISSION)


def rated_then_moved(work: Work, match: UUID) -> None:
    rating = {"category_inside": 2, "category_outside": 1, "category_travel": 1}
    work.add(RiskAssessment(fixture_id=match, decided_at=NOW, **rating))
    later = NOW + timedelta(hours=1)
    work.add(KickOffChange(fixture_id=match, changed_at=later))
    work.session.flush()


def test_what_the_match_lacks_is_to_be_settled(work: Work) -> None:
    city = a_city(work)
    points = said(work, a_commission(work, city))
    assert "Decide the risk category" in points
    assert "To be settled: Estimate of the whole public" in points


def test_clubs_are_not_told_what_the_police_lack(work: Work) -> None:
    city = a_city(work)
    one = a_meeting(work, city.match.id, kind=MeetingKind.CLUB)
    assert not [each for each in said(work, one) if "risk" in each or "Deploy" in each]
    inside = a_meeting(work, city.match.id, kind=MeetingKind.INTERNAL_BRIEFING)
    assert "To be settled: Deployment" in said(work, inside)


def test_promises_and_decisions_of_other_meetings_are_open_points(work: Work) -> None:
    city = a_city(work)
    before, one = a_commission(work, city), a_commission(work, city)
    match = {"fixture_id": city.match.id}
    day = NOW.date()
    a_decision(work, before, "Tickets by name", due_on=day, **match)
    a_decision(work, one, "Decided here", **match)
    kept = a_decision(work, before, "Done already", **match)
    close_commitment(work, kept, CommitmentState.KEPT)
    promise = {"kind": CommitmentKind.PROMISE, "responsible": ""}
    a_decision(work, before, "Stewards", club_id=city.home.id, **match, **promise)
    points = said(work, one)
    wanted = "Decision being carried out: Tickets by name (Club, due on 23/11/2026)"
    assert wanted in points
    assert "Promise in progress: Stewards (Atlas Club)" in points
    assert not [each for each in points if "here" in each or "already" in each]


def test_only_what_is_late_is_said_not_to_be_kept(work: Work) -> None:
    before, one = a_commission(work), a_commission(work)
    a_decision(work, before, "Cameras", due_on=NOW.date() - timedelta(days=1))
    assert said(work, one) == [
        "Decision not carried out yet: Cameras (Club, due on 22/11/2026)"
    ]


def test_a_promise_that_is_late_since_stands_on_the_agenda_already(work: Work) -> None:
    before, one = a_commission(work), a_commission(work)
    a_decision(work, before, "Cameras", due_on=NOW.date() - timedelta(days=1))
    then = "Decision being carried out: Cameras (Club, due on 22/11/2026)"
    fill_agenda(work, one, [then])
    assert points_to_add(work, one, "en") == ()


def test_others_do_not_read_what_the_cell_reminds_itself_of(work: Work) -> None:
    city = a_city(work)
    rated_then_moved(work, city.match.id)
    plain = "Risk assessment after the change of date"
    assert plain in said(work, a_commission(work, city))
    inside = a_meeting(work, city.match.id, kind=MeetingKind.INTERNAL_BRIEFING)
    assert "To be settled: Rate anew: the match moved" in said(work, inside)
    one = a_commission(work, city)
    fill_agenda(work, one, ["To be settled: Rate anew: the match moved"])
    assert plain not in points_to_add(work, one, "en")


def test_quotes_of_the_other_direction_stand_between_marks(work: Work) -> None:
    before, one = a_commission(work), a_commission(work)
    a_decision(work, before, "كاميرات")
    assert said(work, one) == ["Decision being carried out: \u200eكاميرات\u200e (Club)"]
    (point,) = said(work, one, "ar")
    assert point.endswith(": كاميرات (\u200fClub\u200f)")
    assert fill_agenda(work, one, [point.replace("\u200f", "")]) == 1
    assert points_to_add(work, one, "ar") == ()


def test_requests_that_wait_for_an_answer_are_open_points(work: Work) -> None:
    city = a_city(work)
    group = a_group(work, city.home)
    work.session.flush()
    request = AnimationRequest(
        fixture_id=city.match.id, group_id=group.id, kind=AnimationKind.TIFO
    )
    work.add(request)
    one = a_commission(work, city)
    assert "Request to be answered: Group Alpha · Tifo" in said(work, one)


def test_tasks_due_soon_after_the_meeting_are_open_points(work: Work) -> None:
    city = a_city(work)
    task = TaskDraft("Book the hall", days_before=5)
    add_task(work, city.match.id, task)
    points = said(work, a_commission(work, city))
    assert "Decide on collective travel" in points
    assert not [each for each in points if "hall" in each]
    inside = a_meeting(work, city.match.id, kind=MeetingKind.INTERNAL_BRIEFING)
    points = said(work, inside)
    assert "Task: Book the hall (due on 30/11/2026)" in points
    assert "Task: Decide on collective travel (due on 28/11/2026)" in points


def test_before_a_meeting_of_the_season_decisions_of_no_match_are_open(
    work: Work,
) -> None:
    city = a_city(work)
    before, one = a_commission(work), a_commission(work)
    a_decision(work, before, "Cameras")
    a_decision(work, before, "Of a match", fixture_id=city.match.id)
    assert said(work, one) == ["Decision being carried out: Cameras (Club)"]


def test_points_stand_on_the_agenda_in_the_language_of_the_window(work: Work) -> None:
    city = a_city(work)
    one = a_commission(work, city)
    seen = meeting_draft(work, one)
    revise_meeting(work, one, replace(seen, agenda="الأمن الخاص"), seen=seen)
    count = fill_agenda(work, one, points_to_add(work, one, "ar"))
    first, *others = meeting_draft(work, one).agenda.splitlines()
    assert first == "الأمن الخاص"
    assert others == said(work, one, "ar")
    assert len(others) == count > 0


def test_points_are_added_once_whatever_the_language(work: Work) -> None:
    one = a_commission(work, a_city(work))
    points = points_to_add(work, one, "fr")
    assert fill_agenda(work, one, points) == len(points) > 0
    for language in ("fr", "ar", "en"):
        assert points_to_add(work, one, language) == ()


def test_only_the_points_that_were_chosen_go_onto_the_agenda(work: Work) -> None:
    one = a_commission(work, a_city(work))
    first, second, *others = points_to_add(work, one, "en")
    assert fill_agenda(work, one, [second]) == 1
    assert meeting_draft(work, one).agenda == second
    assert points_to_add(work, one, "en") == (first, *others)
