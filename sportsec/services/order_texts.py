"""Acts on the texts of an order besides writing them."""

from __future__ import annotations

from uuid import UUID

from sportsec.domain.order_texts import TextIn
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work


def confirm_text(work: Work, fixture_id: UUID, text: TextIn) -> None:
    """Note that a text is right as it stands, in the languages named.

    The text is written once more as it is: the journal says who read it, and when. It
    is checked again once it or the match is changed.

    Raises:
        NotFound: The fixture does not exist or was deleted.
    """
    work.get(Fixture, fixture_id)
    for code in text.languages:
        work.confirm(Fixture, fixture_id, f"{text.which.value}_{code}")
    work.note_touched("fixture")
