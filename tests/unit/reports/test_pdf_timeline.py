from __future__ import annotations

from sportsec.reports.document import Moment, TimelineStrip
from tests.unit.reports.sheet import ROOM, boxes, printed

MOMENTS = tuple(Moment(f"{k:02}:00", f"مرحلة{k:02}", strong=k == 3) for k in range(20))


def test_time_runs_in_reading_direction() -> None:
    few = TimelineStrip(MOMENTS[:4])
    arabic = [printed(few).place(m.time).x for m in few.moments]
    french = [printed(few, language="fr").place(m.time).x for m in few.moments]
    assert arabic == sorted(arabic, reverse=True)
    assert french == sorted(french)


def test_many_moments_fold_into_rows_and_none_is_lost() -> None:
    sheet = printed(TimelineStrip(MOMENTS))
    assert len({sheet.place(m.time).baseline for m in MOMENTS}) > 1
    assert all(sheet.place(moment.label) for moment in MOMENTS)


def test_rows_are_of_equal_length() -> None:
    sheet = printed(TimelineStrip(MOMENTS))
    rows = [sheet.place(m.time).baseline for m in MOMENTS]
    assert {rows.count(row) for row in rows} == {5} or len(set(rows)) < 5


def test_what_matters_most_is_a_diamond() -> None:
    assert len(printed(TimelineStrip(MOMENTS)).paths) == 1


def test_a_row_of_moments_is_never_divided() -> None:
    (stack,) = boxes(TimelineStrip(MOMENTS[:4]))
    assert stack.split(ROOM / 100) is None


def test_no_moments_take_no_room() -> None:
    assert boxes(TimelineStrip(())) == []
