"""The list of pages: one line each; a page is imported when it is opened first."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass

from sportsec.domain.words import N_
from sportsec.ui.desk import Desk
from sportsec.ui.page import Page


@dataclass(frozen=True, slots=True)
class PageSpec:
    """One page.

    Args:
        key: What `desk.go(key)` names.
        title: English msgid for the rail.
        icon: File in `resources/icons` without its ending.
        factory: "package.module:Class"; called with the `Desk`.
        group: Pages of one group stand together on the rail; "" keeps it off the rail
            ("bottom" puts it at its end).
    """

    key: str
    title: str
    icon: str
    factory: str
    group: str = ""

    def make(self, desk: Desk) -> Page:
        """Import and build the page."""
        module, _, name = self.factory.partition(":")
        kind: Callable[[Desk], Page] = getattr(importlib.import_module(module), name)
        return kind(desk)


PAGES: tuple[PageSpec, ...] = (
    PageSpec(
        "settings",
        N_("Settings"),
        "settings",
        "sportsec.ui.pages.settings:SettingsPage",
        group="bottom",
    ),
)
