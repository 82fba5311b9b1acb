"""What those who write arrangements share: where rows go, whose words, which day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sportsec.domain.commitments import CommitmentKind, CommitmentState
from sportsec.services.sample.mint import Mint, lot
from sportsec.services.sample.occasions import Occasion
from sportsec.services.sample.parties import Parties
from sportsec.services.sample.rows import Rows
from sportsec.services.sample.sources import fill, words
from sportsec.store.tables.liaison import Commitment

#: How many promises are kept before their day.
_EARLY_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class Scribe:
    """Writes down what is arranged.

    Args:
        tongue: Language of what the record keeps in one language only.
    """

    rows: Rows
    mint: Mint
    parties: Parties
    tongue: str

    @property
    def today(self) -> date:
        """The day for which the season is built."""
        return self.mint.today

    @property
    def yesterday(self) -> date:
        """The last day of which everything is known."""
        return self.today - timedelta(1)

    def text(self, entry: dict[str, Any], field: str, occasion: Occasion) -> str:
        """Return a text of an entry, filled; empty where it has none."""
        stem = f"{field}_" if field else ""
        if f"{stem}{self.tongue}" not in entry:
            return ""
        facts = occasion.facts
        return fill(words(entry, field), **facts).pick(self.tongue).strip()

    def promise(
        self,
        kind: CommitmentKind,
        entry: dict[str, Any],
        occasion: Occasion,
        due_on: date,
        **columns: Any,
    ) -> None:
        """Write a promise or decision, and what became of it by today.

        Args:
            columns: Of whom it is, where it was given, and its identifier's `key`.
        """
        key = columns.pop("key")
        state, closed_on = self._fate(entry, occasion, due_on, key)
        self.rows.add(
            Commitment,
            id=self.mint.id("commitment", *key),
            kind=kind,
            topic=entry["topic"],
            wording=self.text(entry, "", occasion),
            due_on=due_on,
            state=state,
            closed_on=closed_on,
            remark=self.text(entry, "remark", occasion),
            **columns,
        )

    def _fate(
        self,
        entry: dict[str, Any],
        occasion: Occasion,
        due_on: date,
        key: tuple[object, ...],
    ) -> tuple[CommitmentState, date | None]:
        """Return what became of a promise: those that are due are mostly kept."""
        if entry.get("forgotten") in occasion.traits:
            return CommitmentState.OPEN, None
        if due_on < self.today:
            return CommitmentState(entry.get("state", "kept")), due_on
        if "early" in entry and lot("early", *key).random() < _EARLY_SHARE:
            return CommitmentState.KEPT, self.yesterday
        return CommitmentState.OPEN, None
