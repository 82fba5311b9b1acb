"""What holds for every programme, whatever stands in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import time, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from sportsec.domain.competitions import Format
from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.intake.preview import IntakeLine, IntakePreview, NewNames
from sportsec.domain.intake.programme import Outcome, ProgrammeLine
from sportsec.services.intake.accept import accept
from sportsec.services.intake.preview import preview
from sportsec.store.tables.fixtures import Fixture, KickOffChange
from sportsec.store.work import Work
from tests.builders import NOW
from tests.data.intake.programmes import SATURDAY, Frame, a_frame, line, of
from tests.founding import new_workspace

CLUBS = ("Raja", "Wydad", "FUS", "نهضة بركان", "Olympique Safi")
WRITTEN = (Outcome.NEW, Outcome.MOVED, Outcome.CHANGED)

lines = st.builds(
    line,
    st.sampled_from(CLUBS[:3]),
    st.sampled_from(CLUBS[2:]),
    st.sampled_from([SATURDAY + timedelta(days=n) for n in (-40, -1, 0, 1, 60, 900)]),
    st.sampled_from([None, time(17), time(20)]),
    score=st.sampled_from([None, (1, 0)]),
    round=st.sampled_from(["", "1", "2", "Journée 2"]),
    status=st.sampled_from([None, *FixtureStatus]),
    venue=st.sampled_from(["", "Stade Adrar", "Grand Stade"]),
    leg=st.sampled_from([None, None, 1, 2]),
    neutral=st.sampled_from([None, None, True]),
    uid_hint=st.sampled_from(["", "a", "b"]),
)
files = st.lists(lines, max_size=8).map(
    lambda found: [each._replace(number=n) for n, each in enumerate(found, 1)]
)
forms = st.sampled_from([Format.LEAGUE, Format.KNOCKOUT])
quick = settings(
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture(scope="module")
def frames(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[Format, Frame]]:
    """Workspaces that no example commits to."""
    found = {}
    for form in (Format.LEAGUE, Format.KNOCKOUT):
        folder: Path = tmp_path_factory.mktemp(form.value)
        workspace = new_workspace(folder, clock=lambda: NOW)
        found[form] = a_frame(workspace, form)
    yield found
    for frame in found.values():
        frame.workspace.close()


@contextmanager
def trying(frame: Frame) -> Iterator[Work]:
    """Give a work that is undone at the end."""
    with frame.workspace.writing() as work:
        yield work


def see(work: Work, frame: Frame, found: list[ProgrammeLine]) -> IntakePreview:
    return preview(work, of(found), frame.choices(new_clubs=NewNames.CREATE))


def is_unclear(line: IntakeLine) -> bool:
    return line.outcome is Outcome.UNCLEAR


def size(work: Work, owner: type[Fixture | KickOffChange]) -> int:
    return work.session.scalar(select(func.count()).select_from(owner)) or 0


@quick
@given(files, files, forms)
def test_accepting_twice_is_accepting_once(
    frames: dict[Format, Frame],
    first: list[ProgrammeLine],
    second: list[ProgrammeLine],
    form: Format,
) -> None:
    frame = frames[form]
    with trying(frame) as work:
        for found in (first, second):
            seen = see(work, frame, found)
            accept(work, seen)
            # A line that was not clear was not taken in; it may be clear beside what
            # was: whether a new name means a known club is asked by what is played.
            asked = {each.line.number for each in seen.lines if is_unclear(each)}
            again = see(work, frame, found)
            twice = [each for each in again.lines if each.outcome in WRITTEN]
            assert not [each for each in twice if each.line.number not in asked]
            accept(work, again)


@quick
@given(files, files, forms)
def test_the_counts_are_what_is_written(
    frames: dict[Format, Frame],
    first: list[ProgrammeLine],
    second: list[ProgrammeLine],
    form: Format,
) -> None:
    frame = frames[form]
    with trying(frame) as work:
        accept(work, see(work, frame, first))
        before = size(work, Fixture), size(work, KickOffChange)
        seen = see(work, frame, second)
        result = accept(work, seen)
        counts = seen.counts
        assert Counter(each.outcome for each in seen.lines) == Counter(
            {outcome: n for outcome, n in counts.items() if n}
        )
        assert size(work, Fixture) - before[0] == counts[Outcome.NEW]
        assert size(work, KickOffChange) - before[1] == counts[Outcome.MOVED]
        assert [len(result.new), len(result.moved), len(result.changed)] == [
            counts[outcome] for outcome in WRITTEN
        ]


@quick
@given(files, files, forms, st.randoms(use_true_random=False))
def test_the_order_of_the_lines_does_not_matter(
    frames: dict[Format, Frame],
    first: list[ProgrammeLine],
    second: list[ProgrammeLine],
    form: Format,
    random: object,
) -> None:
    frame = frames[form]
    with trying(frame) as work:
        accept(work, see(work, frame, first))
        shuffled = list(second)
        random.shuffle(shuffled)  # type: ignore[attr-defined]

        def told(found: list[ProgrammeLine]) -> dict[int, tuple[Outcome, UUID | None]]:
            return {
                each.line.number: (each.outcome, each.fixture_id)
                for each in see(work, frame, found).lines
            }

        assert told(second) == told(shuffled)


@quick
@given(files, forms)
def test_no_known_match_is_meant_by_two_lines_that_are_written(
    frames: dict[Format, Frame], found: list[ProgrammeLine], form: Format
) -> None:
    frame = frames[form]
    with trying(frame) as work:
        accept(work, see(work, frame, found))
        moved = [
            each._replace(date=each.date and each.date + timedelta(days=2))
            for each in found
        ]
        meant = Counter(
            each.fixture_id
            for each in see(work, frame, moved).lines
            if each.outcome in WRITTEN and each.fixture_id
        )
        assert all(times == 1 for times in meant.values())
