from __future__ import annotations

from sportsec.reports.pdf.bidi_explicit import (
    MAX_DEPTH,
    explicit_levels,
    first_strong,
    run_sequences,
)


def test_isolates_are_skipped_when_the_first_strong_type_is_sought() -> None:
    assert first_strong(["RLI", "R", "PDI", "WS", "L"]) == "L"
    assert first_strong(["RLI", "R"], 1, within=True) == "R"
    assert first_strong(["PDI", "L"], within=True) is None


def test_levels_never_exceed_the_greatest_depth() -> None:
    kinds = ["RLI", "LRI"] * 100 + ["L"]
    assert max(explicit_levels(kinds, 0)) == MAX_DEPTH


def test_an_override_forces_the_type_of_what_it_encloses() -> None:
    types = ["RLO", "L", "PDF", "L"]
    assert explicit_levels(types, 0) == [0, 1, 1, 0]
    assert types[1] == "R"
    assert types[3] == "L"


def test_text_around_an_isolate_is_one_sequence() -> None:
    kinds = ["L", "RLI", "R", "PDI", "L"]
    runs = run_sequences(kinds, explicit_levels(list(kinds), 0), 0)
    assert sorted(run.positions for run in runs) == [[0, 1, 3, 4], [2]]
