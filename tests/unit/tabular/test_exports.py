"""What leaves as calendar or workbook comes back as the same matches."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

import openpyxl
import pytest
from icalendar import Calendar

from sportsec.domain.fixtures import (
    AttendanceRegime,
    FixtureStatus,
    KickOffStatus,
    PlanStatus,
    TravelRegime,
)
from sportsec.domain.meetings import MeetingKind, MeetingStatus, Signature
from sportsec.domain.risk import RiskCategory
from sportsec.domain.words import LANGUAGES, Words
from sportsec.i18n.translator import translator
from sportsec.queries.agenda_rows import AgendaRow
from sportsec.queries.meetings import MeetingEntry
from sportsec.tabular.calendar_export import calendar_file
from sportsec.tabular.reading import read_programme
from sportsec.tabular.workbook_export import agenda_workbook

MADE_AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
#: In Ramadan 2026 Morocco was at UTC; a month before, at UTC+1.
IN_RAMADAN = datetime(2026, 2, 20, 22, 0, tzinfo=UTC)
BEFORE = datetime(2026, 1, 20, 21, 0, tzinfo=UTC)


def a_row(kick_off_at: datetime | None = BEFORE, **values: object) -> AgendaRow:
    plain: dict[str, object] = {
        "id": UUID(int=7),
        "ref_no": "CAS/2026-2027/101",
        "kick_off_date": kick_off_at.date() if kick_off_at else date(2026, 1, 20),
        "kick_off_at": kick_off_at,
        "kick_off_zone": "Africa/Casablanca",
        "kick_off_status": KickOffStatus.CONFIRMED,
        "round": "12",
        "status": FixtureStatus.CONFIRMED,
        "home_score": None,
        "away_score": None,
        "attendance_regime": AttendanceRegime.OPEN,
        "regime_reference": "",
        "travel_regime": TravelRegime.ALLOWED,
        "plan_status": PlanStatus.TO_OPEN,
        "home": Words("نادي الأطلس", "Atlas Club", "Atlas Club"),
        "away": Words("نادي المحيط", "Océan FC", "Ocean FC"),
        "venue": Words("ملعب الأطلس", "Stade de l'Atlas", "Atlas Stadium"),
        "city": Words(fr="Fès"),
        "competition": Words("البطولة", "Championnat", "League"),
        "competition_code": "D1",
        "category": RiskCategory.HIGH,
    }
    return AgendaRow(**(plain | values))  # type: ignore[arg-type]  # made of field names


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kick_off_at", [BEFORE, IN_RAMADAN, None])
@pytest.mark.parametrize("kind", ["ics", "xlsx"])
def test_an_export_taken_in_again_gives_the_same_match(
    tmp_path: Path, language: str, kick_off_at: datetime | None, kind: str
) -> None:
    make = {"ics": calendar_file, "xlsx": agenda_workbook}[kind]
    rows = [a_row(kick_off_at), a_row(kick_off_at, id=UUID(int=8), round="13")]
    path = tmp_path / f"agenda.{kind}"
    path.write_bytes(make(rows, translator(language), made_at=MADE_AT))
    programme = read_programme(path)
    assert programme.format == kind
    (line, _) = programme.lines
    home, away = rows[0].home.pick(language), rows[0].away.pick(language)
    assert (line.home, line.away) == (home, away)
    assert line.date == rows[0].kick_off_date
    assert line.kick_off == kick_off_at


def test_a_calendar_keeps_the_name_of_a_match_in_every_export() -> None:
    moved = a_row(IN_RAMADAN)
    names = {
        event["uid"]
        for row in (a_row(), moved)
        for event in Calendar.from_ical(
            calendar_file([row], translator("fr"), made_at=MADE_AT)
        ).walk("VEVENT")
    }
    assert len(names) == 1


def test_a_cancelled_match_is_cancelled_in_the_calendar() -> None:
    content = calendar_file(
        [a_row(status=FixtureStatus.CANCELLED)], translator("en"), made_at=MADE_AT
    )
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert event["status"] == "CANCELLED"


def a_meeting(**values: object) -> MeetingEntry:
    row = a_row()
    plain: dict[str, object] = {
        "id": UUID(int=9),
        "kind": MeetingKind.LOCAL_COMMISSION,
        "meets_at": IN_RAMADAN,
        "place": "Préfecture",
        "status": MeetingStatus.PLANNED,
        "signature": Signature.NONE,
        "fixture_id": row.id,
        "home": row.home,
        "away": row.away,
        "match_day": row.kick_off_date,
        "match_status": row.status,
    }
    return MeetingEntry(**(plain | values))  # type: ignore[arg-type]  # of field names


def test_a_meeting_stands_in_the_calendar_with_its_place_and_its_moment() -> None:
    def event(meeting: MeetingEntry) -> Any:
        content = calendar_file(
            [], translator("en"), made_at=MADE_AT, meetings=[meeting]
        )
        (found,) = Calendar.from_ical(content).walk("VEVENT")
        return found

    planned = event(a_meeting())
    assert planned["summary"] == "Local commission · Atlas Club - Ocean FC"
    assert planned["location"] == "Préfecture"
    assert planned["dtstart"].dt == IN_RAMADAN
    assert planned["status"] == "CONFIRMED"
    off = event(a_meeting(status=MeetingStatus.CANCELLED, meets_at=BEFORE))
    assert (off["uid"], off["status"]) == (planned["uid"], "CANCELLED")


def test_a_meeting_of_our_calendar_is_no_match_of_a_programme(tmp_path: Path) -> None:
    content = calendar_file(
        [a_row(), a_row(id=UUID(int=8))],
        translator("fr"),
        made_at=MADE_AT,
        meetings=[a_meeting()],
    )
    path = tmp_path / "agenda.ics"
    path.write_bytes(content)
    assert len(read_programme(path).lines) == 2


def test_the_arabic_workbook_reads_from_right_to_left() -> None:
    for language in LANGUAGES:
        content = agenda_workbook([a_row()], translator(language), made_at=MADE_AT)
        sheet = openpyxl.load_workbook(BytesIO(content)).active
        assert bool(sheet.sheet_view.rightToLeft) is (language == "ar")


def test_days_and_hours_are_real_ones_in_the_workbook() -> None:
    content = agenda_workbook([a_row()], translator("fr"), made_at=MADE_AT)
    sheet = openpyxl.load_workbook(BytesIO(content)).active
    assert sheet["A2"].value == datetime(2026, 1, 20)  # noqa: DTZ001 - Excel has no zones
    assert sheet["B2"].value == time(22, 0)
    assert sheet.freeze_panes == "A2"


def test_a_name_that_looks_like_a_formula_stays_a_name() -> None:
    row = a_row(home=Words(fr="=1+1"))
    content = agenda_workbook([row], translator("fr"), made_at=MADE_AT)
    cell = openpyxl.load_workbook(BytesIO(content)).active["E2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


@pytest.mark.parametrize("make", [calendar_file, agenda_workbook])
def test_the_same_matches_give_the_same_bytes(make: object) -> None:
    first, second = (
        make([a_row()], translator("ar"), made_at=MADE_AT)  # type: ignore[operator]
        for _ in range(2)
    )
    assert first == second
