"""Makes an empty workspace into that of a cell: its name, lists, perhaps a sample."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sportsec.domain.cells import CellDraft
from sportsec.domain.words import Words
from sportsec.services.cells import name_cell
from sportsec.services.sample.build import Progress, build_sample
from sportsec.services.sample.fixtures import PREFIX
from sportsec.services.sample.sources import phrase
from sportsec.services.seed import plant_defaults
from sportsec.store.work import Work


def create(
    work: Work,
    cell_name: Words,
    command_name: Words,
    *,
    city: Words | None = None,
    ref_prefix: str = "",
    sample_on: date | None = None,
    language: str = "ar",
    progress: Progress | None = None,
) -> UUID:
    """Give a new workspace its cell and lists; build the sample season if asked.

    Args:
        city: Where it sits; of a sample, where most of its matches are played.
        ref_prefix: Begins the reference of each paper; the sample's own for a sample.
        sample_on: Day around which the sample season is built; None for none.
        language: Of what the sample keeps in one language only.
        progress: Told how far the sample is, 0 … 1.

    Returns:
        Identifier of the cell.

    Raises:
        Invalid: The cell has no name.
    """
    if sample_on is not None:
        *_, sample_city = sample_names()
        city, ref_prefix = city or sample_city, ref_prefix or PREFIX
    draft = CellDraft(cell_name, command_name, city or Words(), ref_prefix)
    cell = name_cell(work, draft)
    plant_defaults(work)
    if sample_on is not None:
        build_sample(work, sample_on, progress, language=language)
    return cell


def sample_names() -> tuple[Words, Words, Words]:
    """Return the names of the sample's cell, its command and its city."""
    return phrase("cell"), phrase("command"), phrase("city")
