"""Each distinct key is worked out once."""

from __future__ import annotations

from sportsec.domain.intake.memory import Memory


def test_a_key_is_worked_out_once() -> None:
    asked: list[str] = []

    def work_out(key: str) -> int:
        asked.append(key)
        return len(key)

    memory = Memory(work_out)
    assert [memory["ab"], memory["ab"], memory["abc"]] == [2, 2, 3]
    assert asked == ["ab", "abc"]
