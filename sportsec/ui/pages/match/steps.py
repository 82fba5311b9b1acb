"""The strip of a match file that leads on: the next step, the matches beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from sportsec.domain.readiness import RATE_ANEW
from sportsec.i18n.formats import short_date
from sportsec.queries.match_steps import MatchSteps, Neighbour
from sportsec.ui.language import isolate, label, tr, tr_count, words
from sportsec.ui.pages.directory.ranges import figure
from sportsec.ui.pages.match.rest import Rest, lack_text
from sportsec.ui.targets import BRIEFING, OVERVIEW, TAB_OF_LACK, TASKS
from sportsec.ui.widgets.buttons import ICON_GAP, IconButton, sign_button
from sportsec.ui.widgets.cards import text_label


class Steps(QWidget):
    """Says what to do next, and does it; leads to the match before and after."""

    step_wanted = Signal(str, object)  #: key of a tab, and the lack or None
    match_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.steps: MatchSteps | None = None
        self._tab = OVERVIEW
        self._texts: tuple[str, ...] = ("",)
        self._room: int | None = None
        self._leads_beside = self._says_rest = True
        self.next = IconButton("next", ink="accent")
        self.next.clicked.connect(lambda _on: self.take_next())
        self.rest = Rest()
        self.rest.wanted.connect(self.step_wanted)
        self.place = text_label("", "caption")
        self.place.setToolTip(tr("In the list that the match was opened from"))
        self.before = sign_button("up", "", lambda: self.go(after=False))
        self.after = sign_button("down", "", lambda: self.go(after=True))
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addWidget(self.next)
        box.addWidget(self.rest, 1)
        box.addStretch()
        box.addWidget(self.place)
        box.addWidget(self.before)
        box.addWidget(self.after)
        self.hide()

    def show_steps(self, steps: MatchSteps) -> None:
        """Show where a match leads."""
        self.steps = steps
        self._show_next(steps)
        before, after = tr("Previous match"), tr("Next match")
        if steps.place is not None:
            before, after = tr("Previous in the list"), tr("Next in the list")
            self.place.setText(_place_text(*steps.place))
        self._show_beside()
        _name(self.before, steps.before, before)
        _name(self.after, steps.after, after)
        self.show()

    def stand_on(self, tab: str) -> None:
        """Follow the officer to a tab: the briefing does not lead to the briefing."""
        self._tab = tab
        if self.steps is not None:
            self._show_next(self.steps)

    def _show_next(self, steps: MatchSteps) -> None:
        """Offer the next step; where there is none, only say so."""
        text, tab = _next_step(steps, self._tab)
        self._texts = _names_of(steps, text)
        leads_on = steps.is_ahead and self._tab != tab
        self.next.setVisible(bool(steps.lacks) or leads_on)
        if not self.rest.show_rest(steps) and self.next.isHidden():
            none = tr("Nothing is missing"), tr("Nothing to prepare")
            self.rest.show_text(none[not steps.is_ahead])
        self._say_next()

    def lead_beside(self, *, leads: bool) -> None:
        """Offer the matches beside here, or leave them to a menu and to keys."""
        self._leads_beside = leads
        self._show_beside()

    def fit_next(self, room: int | None, *, says_rest: bool = True) -> None:
        """Say the next step as fully as so many pixels for all of this allow.

        It is never cut: "Rate anew: the ma…" tells nobody what is to be done.

        Args:
            says_rest: What else there is to do is told beside it, else by its hint.
        """
        self._room = room
        self._says_rest = says_rest
        self._say_next()

    def full_width(self) -> int:
        """Return the width that all here needs with the next step in all its words."""
        parts: list[QWidget] = [self.rest, self.before, self.after]
        if self.steps is not None and self.steps.place is not None:
            parts.append(self.place)
        others = sum(each.sizeHint().width() + self._gap() for each in parts)
        return self.next_width() + others

    def next_width(self) -> int:
        """Return the width of the next step alone, in all its words."""
        return self._around_next() + self._advance(self._texts[0])

    def least_width(self) -> int:
        """Return the width of the next step alone, in its shortest words."""
        return self._around_next() + min(map(self._advance, self._texts))

    def _show_beside(self) -> None:
        place = self.steps.place if self.steps is not None else None
        self.place.setVisible(self._leads_beside and place is not None)
        for button in (self.before, self.after):
            button.setVisible(self._leads_beside)

    def _say_next(self) -> None:
        """Say the next step in words that have room; readers hear the fullest."""
        self.rest.setVisible(self._says_rest or self.next.isHidden())
        full, said = self._texts[0], self._texts[0]
        if self._room is not None:
            room = self._room - self._around_next()
            if self._says_rest:
                room -= self.rest.minimumWidth() + self._gap()
            fitting = (each for each in self._texts if self._advance(each) <= room)
            said = next(fitting, self._texts[-1])
        self.next.setText(said)
        self.next.setAccessibleName(full)
        hint = "\n".join(filter(None, (full, self.rest.text())))
        self.next.setToolTip(hint if self.rest.isHidden() or said != full else "")

    def _gap(self) -> int:
        box = self.layout()
        return box.spacing() if box is not None else 0

    def _around_next(self) -> int:
        """Return the width of the next step's button without its words.

        It counts where it is not offered too: the header is the same on all tabs.
        """
        return self.next.sizeHint().width() - self._advance(self.next.text())

    def _advance(self, text: str) -> int:
        """Return the width of words as the button measures them."""
        flag = int(Qt.TextFlag.TextShowMnemonic)
        return self.next.fontMetrics().size(flag, f"{ICON_GAP}{text}").width()

    def take_next(self) -> None:
        """Go where the next step is made."""
        if self.steps is None:
            return
        _text, tab = _next_step(self.steps, self._tab)
        lacks = self.steps.lacks
        self.step_wanted.emit(tab, lacks[0] if lacks else None)

    def go(self, *, after: bool) -> None:
        """Open the match before or after, if there is one."""
        if self.steps is None:
            return
        beside = self.steps.after if after else self.steps.before
        if beside is not None:
            self.match_wanted.emit(beside.id)


def _next_step(steps: MatchSteps, tab: str) -> tuple[str, str]:
    """Return what the next step is called and on which tab it is made.

    Args:
        tab: The one in front: tasks do not lead to the tasks.
    """
    if steps.lacks:
        lack = steps.lacks[0]
        said = tr("Next: {step}", step=lack_text(steps, lack))
        return said, TAB_OF_LACK.get(lack, OVERVIEW)
    due = steps.tasks_due
    if due and tab != TASKS:
        return tr_count("Next: {n} task due", "Next: {n} tasks due", due), TASKS
    left_behind = steps.spoken or steps.outdated or steps.meetings
    if steps.doubts or left_behind or due:
        return tr("See the briefing"), BRIEFING
    return tr("Nothing is missing: see the briefing"), BRIEFING


def _names_of(steps: MatchSteps, text: str) -> tuple[str, ...]:
    """Return what the next step may be called, the fullest first.

    Args:
        text: All of it.
    """
    if not steps.lacks:
        return (text,) if steps.tasks_due else (text, tr("See the briefing"))
    lack = steps.lacks[0]
    if lack not in RATE_ANEW or steps.stage is None:
        return text, lack_text(steps, lack)
    stage = label(steps.stage)
    full = (f"{each} · {stage}" for each in (text, label(lack)))
    return *full, tr("Rate anew: {what}", what=stage), tr("Rate anew")


def _place_text(at: int, count: int) -> str:
    return tr("{n} of {needed}", n=isolate(figure(at)), needed=isolate(figure(count)))


def _name(button: QToolButton, beside: Neighbour | None, said: str) -> None:
    button.setEnabled(beside is not None)
    if beside is not None:
        sides = tr("{home} – {away}", home=words(beside.home), away=words(beside.away))
        match = f"{isolate(short_date(beside.day))} {sides}"
        said = tr("{name}: {text}", name=said, text=match)
    button.setToolTip(said)
    button.setAccessibleName(said)
