from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sportsec.domain.spoken import (
    KEY_WORDS,
    STATE_WORDS,
    key_positions,
    state_positions,
    words_at,
)

LETTERS = tuple(f"w{n}" for n in range(256))


@given(st.binary(min_size=32, max_size=32))
def test_a_state_has_four_words_of_the_list(fingerprint: bytes) -> None:
    positions = state_positions(fingerprint)
    assert len(positions) == STATE_WORDS == len(words_at(positions, LETTERS))
    assert all(0 <= position < 256 for position in positions)


def test_words_never_change_for_a_key() -> None:
    assert key_positions(bytes(32)) == (129, 147, 18, 201, 34, 151)
    assert len(key_positions(b"x" * 32)) == KEY_WORDS


def test_two_keys_have_different_words() -> None:
    assert key_positions(b"a" * 32) != key_positions(b"b" * 32)


def test_a_list_that_is_not_whole_is_refused() -> None:
    with pytest.raises(ValueError, match="2"):
        words_at((0,), ("one", "two"))
