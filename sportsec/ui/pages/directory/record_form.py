"""Opens the form of one record, checks it live against the record, saves it.

open_form(self, desk, acts, form, record_id, draft, done)
open_new(self, desk, acts, form, acts.blank(), done)   # a new one
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from sportsec.domain.problems import Problem
from sportsec.domain.words import Words
from sportsec.ui.desk import Desk
from sportsec.ui.language import isolate, tr, words
from sportsec.ui.pages.directory.noun import Acts, Making
from sportsec.ui.pages.directory.ranges import joined
from sportsec.ui.tasks import Runner, Work
from sportsec.ui.widgets.field_marks import mark_fields
from sportsec.ui.widgets.form import Form
from sportsec.ui.widgets.form_dialog import FormDialog


class LiveCheck:
    """Asks the rules in the read lane while the officer types.

    Until the answer is there what is said stays on the screen, so nothing flickers.
    """

    def __init__(
        self,
        runner: Runner,
        dialog: FormDialog,
        problems: Callable[[Work, Any], Iterable[Problem]],
    ) -> None:
        self._runner = runner
        self._dialog = dialog
        self._problems = problems

    def __call__(self, draft: Any) -> None:
        """Ask about a draft; the dialog is told the answer."""
        problems = self._problems
        self._runner.read(
            self._dialog,
            "problems",
            lambda work: list(problems(work, draft)),
            self._dialog.show_found,
        )


def name_in(draft: Any) -> str:
    """Return what a record is called that a form shows; "" where nothing calls it."""
    if hasattr(draft, "name_latin"):  # a person
        return words(Words(draft.name_ar, draft.name_latin, draft.name_latin))
    named = words(getattr(draft, "name", Words()))
    return named or getattr(draft, "code", "")


def open_new(
    parent: QWidget,
    desk: Desk,
    making: Making,
    form: Form,
    draft: Any,
    done: Callable[[UUID], object],
) -> FormDialog:
    """Open the form of a new record.

    Args:
        draft: What it starts from.
        done: Called with the id after saving.
    """
    dialog = FormDialog(desk, making.new, form, making.added, parent)
    dialog.check = LiveCheck(
        desk.runner, dialog, lambda work, new: making.problems(work, new, None)
    )

    def saved(result: object) -> None:
        desk.say(tr(making.added))
        if isinstance(result, UUID):
            done(result)

    dialog.saved.connect(saved)
    dialog.edit(draft, making.add)
    dialog.open()
    return dialog


def open_form(
    parent: QWidget,
    desk: Desk,
    acts: Acts,
    form: Form,
    record_id: UUID | None,
    draft: Any,
    done: Callable[[UUID], object],
) -> FormDialog:
    """Open a record in a form.

    Args:
        record_id: None for a new record.
        done: Called with the id after saving.
    """
    if record_id is None:
        return open_new(parent, desk, acts, form, draft, done)
    title = joined(acts.title, isolate(name_in(draft)))
    dialog = FormDialog(desk, title, form, acts.saved, parent)
    check = LiveCheck(
        desk.runner, dialog, lambda work, new: acts.problems(work, new, record_id)
    )
    dialog.check = check

    def show(seen: Any) -> None:
        dialog.edit(
            seen, lambda work, new: acts.revise(work, record_id, new, seen=seen)
        )
        check(seen)

    def reload() -> None:
        desk.runner.read(
            dialog, "draft", lambda work: acts.draft(work, record_id), show
        )

    def saved(_result: object) -> None:
        desk.say(tr(acts.saved))
        done(record_id)

    dialog.wants_theirs.connect(reload)
    dialog.saved.connect(saved)
    show(draft)
    mark_fields(desk, dialog, record_id)
    dialog.open()
    return dialog
