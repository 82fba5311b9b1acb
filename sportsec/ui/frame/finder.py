"""One field for everything: records, acts, pages and settings (Ctrl+K).

What the window itself knows is offered with each key; the record is asked in the read
lane a moment after the last one, first for what stands there as it was typed, then,
where that is little, for what is spelt nearly so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from sportsec.ui.desk import Desk
from sportsec.ui.frame.commands import Actions
from sportsec.ui.frame.finder_entries import (
    ACTIONS,
    HERE,
    RECENT,
    Entry,
    begins,
    fitting,
    in_sections,
    similar_last,
)
from sportsec.ui.frame.finder_hits import (
    KINDS,
    TOLD,
    Finding,
    Hit,
    beside,
    misses_people,
    spelt_nearly,
)
from sportsec.ui.frame.finder_records import of_records
from sportsec.ui.frame.finder_sources import (
    of_commands,
    of_functions,
    of_page,
    of_settings,
)
from sportsec.ui.frame.recent import Recent
from sportsec.ui.frame.search_box import SearchBox
from sportsec.ui.keys import shown
from sportsec.ui.language import isolate, tr, words
from sportsec.ui.page import Page
from sportsec.ui.pages.registry import PageSpec
from sportsec.ui.targets import PAGE_OF_KIND
from sportsec.ui.tasks import Work

#: Records shown for what was typed, and of those opened last.
MOST_SHOWN = 12
_MOST_RECENT = 6
_MOST_ACTS = 6
#: Letters from which on the record is asked.
_LEAST = 2
#: From so many on, functions of people are offered: all that a word of them names.
_LEAST_OF_FUNCTION, _MOST_FUNCTIONS = 3, 8
#: Typed first, it asks for what can be done and nothing else.
ONLY_ACTS = ">"
#: Offered where nothing was done yet.
_USUAL_ACTS = ("intake", "receive", "send", "undo", "manual")
#: With fewer records than this, others spelt nearly so are asked for.
_FEW = 5


class Finder(QObject):
    """Offers what fits the field, and does what is picked.

    Args:
        here: Returns the page on view.
    """

    def __init__(
        self,
        desk: Desk,
        finding: Finding,
        actions: Actions,
        pages: Sequence[PageSpec],
        here: Callable[[], Page | None],
    ) -> None:
        super().__init__(actions)
        self.field = SearchBox(actions["search"])
        self.recent = Recent(desk.settings)
        self._desk = desk
        self._finding = finding
        self._actions = actions
        self._pages = [page for page in pages if page.group]
        self._here = here
        self._hits: Sequence[Hit] = ()
        self._similar: Sequence[Hit] = ()
        self._asked = ""
        self.field.wanted.connect(self._offer)
        self.field.searched.connect(self._ask)
        self.field.picked.connect(self._pick)

    # ---- what fits

    def _offer(self) -> None:
        """Show what the window knows at once; the record's answer follows."""
        text = self.field.text().strip()
        if not text:
            self._hits = ()
            self._begin()
            return
        if len(text) < _LEAST or text.startswith(ONLY_ACTS):
            self._hits = ()
        else:
            self.field.is_waiting = text != self._asked
        self._show()

    def _begin(self) -> None:
        """Offer what was opened last, and a few acts."""
        ids = self.recent.records[:_MOST_RECENT]
        recall = self._finding.recall
        self.field.is_waiting = False
        self.field.say("")  # the same word typed again at once is asked again
        self._asked = ""
        self._show_first(())
        if ids:
            self._ask_record("hits", lambda work: recall(work, ids), self._show_first)

    def _show_first(self, hits: Sequence[Hit]) -> None:
        if self.field.text().strip() or not self.field.hasFocus():
            return
        opened = [self._of_hit(hit, RECENT) for hit in hits]
        sections = [(RECENT, opened)] if opened else []
        acts = self._first_acts()
        self._lay_open([*sections, (ACTIONS, acts)] if acts else sections)

    def _acts(self) -> list[Entry]:
        """Return what can be done on the page and from anywhere, each once."""
        page = self._here()
        commands = list(of_commands(self._actions, self._pages))
        named = {each.title for each in commands}
        here = (
            [each for each in of_page(page) if each.title not in named] if page else []
        )
        shown = {each.title for each in here}
        records = of_records(self._desk, self.field.window, self._here)
        return [*here, *commands, *(one for one in records if one.title not in shown)]

    def _first_acts(self) -> list[Entry]:
        every = self._acts()
        known = {each.name: each for each in every if each.name}
        on_page = [each for each in every if each.section == HERE and each.keys]
        names = dict.fromkeys((*self.recent.acts, *_USUAL_ACTS))
        acts = [known[name] for name in names if name in known]
        return [*on_page[:1], *acts][:_MOST_ACTS]

    def _ask(self, text: str) -> None:
        if len(text) < _LEAST or text.startswith(ONLY_ACTS):
            self.field.is_waiting = False
            return
        search, lately = self._finding.search, self.recent.records

        def done(hits: Sequence[Hit]) -> None:
            is_little = len(hits) < _FEW
            self._take(text, hits, more_comes=is_little and not hits)
            if is_little or misses_people(text, hits):
                self._ask_nearly(text, hits)

        self._ask_record("hits", lambda work: search(work, text, lately), done)

    def _ask_nearly(self, text: str, plain: Sequence[Hit]) -> None:
        nearly = self._finding.nearly
        self._ask_record(
            "hits",
            lambda work: nearly(work, text, plain),
            lambda hits: self._take(text, hits, spelt_nearly(text, hits, plain)),
        )

    def _ask_record(
        self,
        key: str,
        job: Callable[[Work], Sequence[Hit]],
        done: Callable[[Sequence[Hit]], None],
    ) -> None:
        self._desk.runner.read(self, key, lambda work: list(job(work)), done)

    def _take(
        self,
        text: str,
        hits: Sequence[Hit],
        similar: Sequence[Hit] = (),
        *,
        more_comes: bool = False,
    ) -> None:
        """Show what was found, unless something else was typed meanwhile."""
        if text != self.field.text().strip():
            return
        self._asked, self._hits, self._similar = text, hits, similar
        self.field.is_waiting = more_comes
        if self.field.hasFocus():
            self._show()

    def _show(self) -> None:
        text = self.field.text().strip()
        known = [*self._acts(), *of_settings(self._desk)]
        strong, weak, similar = fitting(
            known,
            text.removeprefix(ONLY_ACTS),
            is_alone=not self._hits and not self.field.is_waiting,
            is_name=any(begins(text, hit.title) for hit in self._hits),
        )
        if text == ONLY_ACTS:
            strong = self._acts()
        named: list[Entry] = []
        told: list[Entry] = []
        nearly: list[Entry] = []
        for hit in self._hits:
            is_told = hit.kind in TOLD and not begins(text, hit.title)
            part = told if is_told else named
            (nearly if hit in self._similar else part).append(self._of_hit(hit))
        functions, others = self._functions(text)
        sections = similar_last(
            in_sections(strong, named, weak, told, functions),
            in_sections(nearly, similar, others),
        )
        if sections or not self.field.is_waiting:  # nothing is said before it is sure
            self._lay_open(sections)

    def _functions(self, text: str) -> tuple[list[Entry], list[Entry]]:
        """Return the functions that were typed, or else those spelt nearly so.

        They stand below the records. Where a few letters stand in more of them, that
        is said.
        """
        if len(text) < _LEAST_OF_FUNCTION or text.startswith(ONLY_ACTS):
            return [], []
        best, others, similar = fitting(of_functions(self._desk), text, is_alone=True)
        found = [*best, *others]
        shown = found[:_MOST_FUNCTIONS]
        if len(found) > len(shown):
            shown[-1] = replace(shown[-1], more_follow=True)
        return shown, similar[:_MOST_FUNCTIONS]

    def _lay_open(self, sections: Sequence[tuple[str, Sequence[Entry]]]) -> None:
        popup = self.field.shown()
        popup.show_sections(sections)
        has_history = any(each.also for _, entries in sections for each in entries)
        hints = [tr("{keys}: open", keys=_key("Enter"))]
        if has_history:
            hints.append(tr("{keys}: history", keys=_key("Ctrl+Enter")))
        hints.append(tr("{keys}: back", keys=_key("Esc")))
        popup.hint.setText("   ·   ".join(hints))
        self.field.lay_open()

    def _of_hit(self, hit: Hit, section: str = "") -> Entry:
        image, heading = KINDS.get(hit.kind, ("file", HERE))
        return Entry(
            section or heading,
            image,
            words(hit.title),
            partial(self._open, hit),
            beside=beside(hit),
            also=partial(self._show_history, hit),
            more_follow=hit.more_follow,
        )

    # ---- what is picked

    def _pick(self, entry: Entry, also: bool) -> None:  # noqa: FBT001 - a slot
        if entry.name:
            self.recent.did(entry.name)
        act = entry.also if also and entry.also is not None else entry.act
        act()

    def _open(self, hit: Hit) -> None:
        self._desk.go(PAGE_OF_KIND[hit.kind], hit.id)

    def _show_history(self, hit: Hit) -> None:
        from sportsec.ui.pages.history.opening import show_history  # noqa: PLC0415

        show_history(self.field.window(), self._desk, hit.kind, hit.id)


def _key(keys: str) -> str:
    return isolate(shown([QKeySequence(keys)]))
