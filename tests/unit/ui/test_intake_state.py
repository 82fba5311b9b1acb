from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from sportsec.domain.identity import new_id
from sportsec.domain.intake.mapping import Field, Mapping
from sportsec.domain.intake.preview import (
    Choice,
    Choices,
    IntakeLine,
    IntakePreview,
    NameKind,
    NameMatch,
    NewNames,
    Verdict,
)
from sportsec.domain.intake.programme import (
    FileFormat,
    Outcome,
    Programme,
    ProgrammeLine,
    Question,
    QuestionKind,
)
from sportsec.domain.intake.seasons import season_draft_of
from sportsec.domain.problems import Problem
from sportsec.ui.pages.intake.state import (
    COLUMNS,
    FILE,
    LINES,
    NAMES,
    Answers,
    IntakeState,
    changeable,
    lines_of,
    takeable,
)

START = IntakeState(Path("programme.csv"))
PROGRAMME = Programme("programme.csv", FileFormat.CSV, "utf-8", "", ())


def preview(*outcomes: Outcome, **values: object) -> IntakePreview:
    lines = tuple(
        IntakeLine(ProgrammeLine(n, "A", "B"), outcome)
        for n, outcome in enumerate(outcomes, start=1)
    )
    counts = {each: outcomes.count(each) for each in Outcome}
    made = IntakePreview(PROGRAMME, Choices(), lines, counts, (), {}, {})
    return replace(made, **values)  # type: ignore[arg-type]  # any field


def test_what_was_decided_of_a_file_stays_for_the_lines_left_out_of_it() -> None:
    club, left, taken = new_id(), ("", 2), ("", 3)
    state = replace(START, answers=Answers(day_first=True))
    state = replace(state, choices=Choices(new_id(), new_id(), day_first=True))
    state = state.name(NameKind.CLUB, "Raja", club)
    state = state.name(NameKind.CLUB, "Rif", Choice.CREATE)  # known by now
    rest = state.create_all().take([taken]).leave([left]).rest()
    assert rest.answers == state.answers
    kept = replace(state.choices, clubs={"Raja": club}, leave_out=frozenset({left}))
    assert rest.choices == kept


def test_each_kind_of_name_is_decided_on_its_own() -> None:
    club = new_id()
    state = START.name(NameKind.CLUB, "Raja", club)
    state = state.name(NameKind.VENUE, "Stade", Choice.LEAVE_OUT)
    state = state.name(NameKind.COMPETITION, "Coupe", club)
    assert state.choices.clubs == {"Raja": club}
    assert state.choices.venues == {"Stade": Choice.LEAVE_OUT}
    assert state.choices.competitions == {"Coupe": club}
    assert state.create_all().choices.new_clubs is NewNames.CREATE


def test_lines_taken_all_the_same_add_up() -> None:
    state = START.take([("", 3)]).take([("", 5)])
    assert state.choices.take_unclear == {("", 3), ("", 5)}
    assert state.leave([("", 3)]).choices.take_unclear == {("", 5)}


def test_a_line_is_another_match_or_the_known_one_or_waits_again() -> None:
    key, match = ("", 3), new_id()
    state = START.take([key]).same({key: match})
    assert state.choices.take_unclear == set()
    assert state.choices.same == {key: match}
    assert state.is_decided
    waits = state.leave([key]).choices
    assert not waits.same
    assert not waits.leave_out


def test_only_a_line_that_waits_can_be_the_known_match() -> None:
    match = new_id()
    lines = preview(Outcome.UNCLEAR, Outcome.NEW, Outcome.UNCLEAR).lines
    lines = (*(each._replace(may_be=match) for each in lines[:2]), lines[2])
    assert changeable(lines) == {lines[0].key: match}


def test_a_meaning_belongs_to_one_column() -> None:
    mapping = Mapping.of([(0, Field.DATE), (1, Field.HOME), (2, Field.AWAY)])
    state = replace(START, programme=replace(PROGRAMME, mapping=mapping))
    moved = state.column(3, Field.HOME).answers.mapping
    assert moved == Mapping.of([(0, Field.DATE), (2, Field.AWAY), (3, Field.HOME)])
    ignored = state.column(0, None).answers.mapping
    assert ignored == Mapping.of([(1, Field.HOME), (2, Field.AWAY)])


def asking(*kinds: QuestionKind) -> IntakeState:
    questions = tuple(Question(kind, "05/06", 1) for kind in kinds)
    return replace(START, programme=replace(PROGRAMME, questions=questions))


def test_the_page_opens_where_something_waits() -> None:
    assert asking(QuestionKind.COLUMNS).next_tab == COLUMNS
    assert asking(QuestionKind.DAY_ORDER).next_tab == FILE
    blocked = preview(problems=(Problem("competition", "x"),))
    assert replace(START, preview=blocked).next_tab == FILE
    unknown = preview(names=(NameMatch(NameKind.CLUB, "X", Verdict.OPEN),))
    assert replace(START, preview=unknown).next_tab == NAMES
    assert replace(START, preview=preview(Outcome.NEW)).next_tab == LINES


def test_the_order_of_day_and_month_stays_on_view_once_asked() -> None:
    assert asking(QuestionKind.DAY_ORDER).asks_day_order
    assert replace(START, answers=Answers(day_first=False)).asks_day_order
    assert not START.asks_day_order


def test_only_what_would_write_can_be_accepted() -> None:
    assert not START.can_accept
    assert not replace(START, preview=preview(Outcome.SAME)).can_accept
    assert replace(START, preview=preview(Outcome.MOVED)).can_accept


def test_lines_are_picked_by_outcome() -> None:
    shown = preview(Outcome.NEW, Outcome.SAME, Outcome.NEW)
    assert lines_of(shown, Outcome.NEW) == [0, 2]
    assert lines_of(shown, None) == [0, 1, 2]
    assert lines_of(None, None) == []


def test_a_line_without_a_meaning_cannot_be_taken() -> None:
    line = ProgrammeLine(4, "A", "B")
    unclear = IntakeLine(line, Outcome.UNCLEAR, if_taken=Outcome.NEW)
    undecided = IntakeLine(line, Outcome.UNCLEAR)
    new = IntakeLine(line, Outcome.NEW, if_taken=Outcome.NEW)
    assert takeable([unclear, undecided, new]) == [("", 4)]


def test_a_line_is_left_out_and_taken_in_again() -> None:
    key = ("", 1)
    left = START.leave([key])
    assert left.is_decided
    assert left.choices.leave_out == {key}
    assert not left.take([key]).is_decided


def test_an_unclear_line_that_was_taken_waits_again_when_it_is_left() -> None:
    key = ("", 1)
    taken = START.take([key])
    assert taken.choices.take_unclear == {key}
    assert taken.leave([key]) == START


def test_a_new_season_covers_the_matches_of_its_file() -> None:
    draft = season_draft_of("2024-2025", [date(2025, 7, 20)])
    assert (draft.starts_on, draft.ends_on) == (date(2024, 7, 1), date(2025, 7, 20))
    one_year = season_draft_of("2025")
    assert (one_year.starts_on, one_year.ends_on) == (
        date(2025, 1, 1),
        date(2025, 12, 31),
    )
    assert season_draft_of("").starts_on is None
