"""What was opened and done last in this cell on this PC, the latest first."""

from __future__ import annotations

from uuid import UUID

from sportsec.ui.settings import Settings

_RECORDS, _ACTS = "recent/records", "recent/acts"
MOST = 20


class Recent:
    """Remembers records by their ids and acts by their names; nothing of the record.

    Args:
        settings: Where they are kept.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @property
    def records(self) -> list[UUID]:
        """The records opened last."""
        return [UUID(hex=each) for each in self._kept(_RECORDS)]

    @property
    def acts(self) -> list[str]:
        """The names of the acts chosen last."""
        return self._kept(_ACTS)

    def opened(self, record: UUID) -> None:
        """Note that a record was opened."""
        self._keep(_RECORDS, record.hex)

    def did(self, act: str) -> None:
        """Note that an act was chosen."""
        self._keep(_ACTS, act)

    def _kept(self, key: str) -> list[str]:
        return self._settings.text(key).split()

    def _keep(self, key: str, value: str) -> None:
        others = [each for each in self._kept(key) if each != value]
        self._settings.keep(key, " ".join([value, *others][:MOST]))
