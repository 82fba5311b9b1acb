"""How far sending or receiving is: the steps of it, added up to one share."""

from __future__ import annotations

from collections.abc import Callable

from sportsec.domain.exchange_steps import ExchangeStep

#: Is told the part done, 0 to 1, and the step under way; may raise to stop.
Tell = Callable[[float, ExchangeStep], object]
#: Is told the part done of one step; may raise to stop.
Progress = Callable[[float], object]


def nobody(_share: float, _step: ExchangeStep) -> None:
    """Tell nobody."""


class Course:
    """A stretch of the whole, from one share of it to another."""

    def __init__(self, tell: Tell, start: float = 0.0, end: float = 1.0) -> None:
        self._tell = tell
        self._start = start
        self._length = end - start

    def step(self, step: ExchangeStep, start: float, end: float) -> Progress:
        """Return what to tell of one step, which lies so far along this stretch."""
        part = self.part(start, end)
        return lambda share: part.tell(min(1.0, share), step)

    def part(self, start: float, end: float) -> Course:
        """Return a stretch of this one."""
        return Course(
            self._tell,
            self._start + self._length * start,
            self._start + self._length * end,
        )

    def tell(self, share: float, step: ExchangeStep) -> None:
        """Say how far along this stretch it is."""
        self._tell(self._start + self._length * share, step)
