"""The tables of the record, one module per noun; importing this maps them all."""

from sportsec.store.tables import (
    clubs,
    competitions,
    deployment,
    fixtures,
    groups,
    people,
    risk,
    system,
    twins,
    units,
    venues,
)

__all__ = [
    "clubs",
    "competitions",
    "deployment",
    "fixtures",
    "groups",
    "people",
    "risk",
    "system",
    "twins",
    "units",
    "venues",
]
