"""Rows of minutes, as the record would give them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from sportsec.domain.commitments import (
    CommitmentKind,
    CommitmentState,
    CommitmentTopic,
)
from sportsec.domain.fixtures import (
    AttendanceRegime,
    FixtureStatus,
    KickOffStatus,
    PlanStatus,
    TravelRegime,
)
from sportsec.domain.meetings import (
    MeetingDraft,
    MeetingKind,
    MeetingStatus,
    Presence,
    Signature,
)
from sportsec.domain.words import Words
from sportsec.queries.agenda_rows import AgendaRow
from sportsec.queries.commitments import CommitmentRow
from sportsec.queries.minutes import MinutesRows
from sportsec.queries.participants import ParticipantRow

PRINTED = datetime(2026, 12, 2, 15, 30, tzinfo=UTC)
ATLAS = Words("نادي الأطلس", "Atlas Club", "Atlas Club")
RIF = Words("نادي الريف", "Rif Club", "Rif Club")

MATCH = AgendaRow(
    id=UUID(int=1),
    ref_no="SS-17/2026",
    kick_off_date=date(2026, 12, 5),
    kick_off_at=datetime(2026, 12, 5, 18, 0, tzinfo=UTC),
    kick_off_zone="Africa/Casablanca",
    kick_off_status=KickOffStatus.CONFIRMED,
    round="12",
    status=FixtureStatus.SCHEDULED,
    home_score=None,
    away_score=None,
    attendance_regime=AttendanceRegime.OPEN,
    regime_reference="",
    travel_regime=TravelRegime.ALLOWED,
    plan_status=PlanStatus.ASSESSED,
    home=ATLAS,
    away=RIF,
    venue=Words("ملعب الأطلس", "Stade de l'Atlas", "Atlas stadium"),
    city=Words("فاس", "Fès", "Fez"),
    competition=Words("البطولة", "Championnat", "League"),
    competition_code="D1",
    category=None,
)

MEETING = MeetingDraft(
    fixture_id=MATCH.id,
    kind=MeetingKind.LOCAL_COMMISSION,
    meets_at=datetime(2026, 12, 2, 9, 0, tzinfo=UTC),
    place="مقر العمالة",
    chair="السيد الكاتب العام",
    minutes_keeper="ممثل قطاع الرياضة",
    agenda="حصة الزوار وبيع التذاكر\nItinéraire des supporters visiteurs (A2)\n"
    "Tifo: Group Alpha",
    discussion="تم عرض المعطيات المتعلقة بالمباراة.\n"
    "Le club visiteur annonce 1 200 supporters et 24 autocars.",
    status=MeetingStatus.HELD,
    signature=Signature.SIGNED,
)


def a_participant(number: int, name: Words, function: str, **values: Any) -> Any:
    row = ParticipantRow(
        id=UUID(int=100 + number),
        contact_id=None,
        organisation_id=None,
        name=name,
        rank=Words(),
        function=Words(function, function, function),
        body=Words(),
        phone="",
        presence=Presence.PRESENT,
    )
    return replace(row, **values)


def a_decision(number: int, wording: str, **values: Any) -> CommitmentRow:
    row = CommitmentRow(
        id=UUID(int=200 + number),
        kind=CommitmentKind.DECISION,
        fixture_id=MATCH.id,
        match=Words(),
        match_on=MATCH.kick_off_date,
        meeting_id=UUID(int=9),
        liaison_id=None,
        is_ours=False,
        bound=Words(),
        towards=Words(),
        topic=CommitmentTopic.OTHER,
        wording=wording,
        responsible="",
        due_on=None,
        state=CommitmentState.OPEN,
        closed_on=None,
        remark="",
        is_late=False,
    )
    return replace(row, **values)


def some_minutes(**values: Any) -> MinutesRows:
    people = (
        a_participant(1, Words("فلان", "Foulane", "Foulane"), "ممثل العامل"),
        a_participant(
            *(2, Words(), "القوات المساعدة"),
            body=Words("القوات المساعدة", "Forces auxiliaires", "Auxiliary Forces"),
            presence=Presence.EXCUSED,
        ),
        a_participant(
            *(3, Words("فلانة", "Foulana", "Foulana"), "مسؤولة الأمن"),
            rank=Words("عميد", "Commissaire", "Commissioner"),
            body=ATLAS,
        ),
    )
    decisions = (
        a_decision(
            *(1, "فتح الأبواب على الساعة 15:00"),
            responsible="الشركة المسيرة",
            due_on=date(2026, 12, 5),
        ),
        a_decision(
            *(2, "1 200 billets nominatifs pour les visiteurs"),
            bound=RIF,
            due_on=date(2026, 12, 1),
            is_late=True,
        ),
        a_decision(
            *(3, "منع التنقل الجماعي"),
            responsible="السلطة المحلية",
            state=CommitmentState.KEPT,
        ),
    )
    promise = a_decision(
        *(4, "بدون شهب اصطناعية"),
        kind=CommitmentKind.PROMISE,
        bound=Words("المجموعة ألفا", "Groupe Alpha", "Group Alpha"),
        due_on=date(2026, 12, 5),
    )
    rows = MinutesRows(
        id=UUID(int=9),
        cell=(
            Words("ولاية أمن فاس", "Préfecture de police de Fès"),
            Words("خلية الأمن الرياضي", "Cellule de sécurité sportive"),
        ),
        meeting=MEETING,
        match=MATCH,
        participants=people,
        decisions=decisions,
        promises=(promise,),
        printed_at=PRINTED,
    )
    return replace(rows, **values)
