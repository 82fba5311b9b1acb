"""A join whose order SQLite keeps: the left table is walked first, in its order.

SQLite takes CROSS JOIN for an order of the author. A list sorted by the name of a
club then walks the few clubs by name and their matches through an index, instead of
sorting all matches before it can show the first.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.expression import Join


class CrossJoin(Join):
    """`CrossJoin(left, right, on)`: an inner join that starts with `left`."""

    inherit_cache = True


@compiles(CrossJoin)
def _compile(join: CrossJoin, compiler: Any, **options: Any) -> str:
    options["asfrom"] = True
    left = compiler.process(join.left, **options)
    right = compiler.process(join.right, **options)
    on = compiler.process(join.onclause, **options)
    return f"{left} CROSS JOIN {right} ON {on}"
