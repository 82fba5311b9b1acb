"""How wide the columns of a table are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Demand(NamedTuple):
    """What a column asks for, in points.

    Args:
        least: Below this, words break.
        natural: With this, nothing wraps.
        share: Weight in what is left to distribute.
    """

    least: float
    natural: float
    share: float


def fits(demands: Sequence[Demand], total: float) -> bool:
    """Say whether every column can have its minimum."""
    return sum(demand.least for demand in demands) <= total


def column_widths(demands: Sequence[Demand], total: float) -> list[float]:
    """Share `total` among the columns; the sum of the result is `total`.

    Each column first has its minimum. What is left goes to the columns that still
    wrap, by their shares, until they wrap no more; what is then left goes to all by
    their shares. If not even the minimums fit, all shrink alike.
    """
    least = sum(demand.least for demand in demands)
    if least > total:
        return [demand.least * total / least for demand in demands]
    widths = [demand.least for demand in demands]
    left = total - least
    hungry = [k for k, d in enumerate(demands) if d.share > 0 and d.natural > widths[k]]
    while hungry and left > 0.01:
        shares = sum(demands[k].share for k in hungry)
        unit = min(
            left / shares,
            *((demands[k].natural - widths[k]) / demands[k].share for k in hungry),
        )
        for k in hungry:
            widths[k] += unit * demands[k].share
        left -= unit * shares
        hungry = [k for k in hungry if demands[k].natural - widths[k] > 0.01]
    shares = sum(demand.share for demand in demands)
    if left > 0 and shares:
        widths = [
            width + left * demand.share / shares
            for width, demand in zip(widths, demands, strict=True)
        ]
    elif left > 0:
        widths = [width + left / len(widths) for width in widths]
    return widths
