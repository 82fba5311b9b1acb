"""The tables of the record, one module per noun; importing this maps them all."""

from sportsec.store.tables import (
    animations,
    clubs,
    competitions,
    deployment,
    fixtures,
    groups,
    liaison,
    people,
    risk,
    system,
    task_list,
    twins,
    units,
    venues,
)

__all__ = [
    "animations",
    "clubs",
    "competitions",
    "deployment",
    "fixtures",
    "groups",
    "liaison",
    "people",
    "risk",
    "system",
    "task_list",
    "twins",
    "units",
    "venues",
]
