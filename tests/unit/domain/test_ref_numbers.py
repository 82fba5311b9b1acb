from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sportsec.domain.ref_numbers import ref_no, ref_stem, sequence_of


def test_a_number_names_cell_season_and_match() -> None:
    assert ref_no(ref_stem("CAS", "2026-2027"), 14) == "CAS/2026-2027/014"
    assert ref_no(ref_stem("", "2026-2027"), 1) == "2026-2027/001"


@given(st.integers(1, 10**6), st.sampled_from(["CAS", ""]))
def test_a_number_tells_its_place_in_the_season(sequence: int, prefix: str) -> None:
    stem = ref_stem(prefix, "2026-2027")
    assert sequence_of(ref_no(stem, sequence), stem) == sequence


def test_a_foreign_number_counts_for_nothing() -> None:
    stem = ref_stem("CAS", "2026-2027")
    assert sequence_of("RAB/2026-2027/014", stem) == 0
    assert sequence_of("CAS/2026-2027/14b", stem) == 0
    assert sequence_of("", stem) == 0
