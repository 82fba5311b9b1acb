"""Deleting records of a list at once: what is said names them, and offers them back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from sportsec.domain.words import Words
from sportsec.queries.record_labels import label_of
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr, tr_count, words
from sportsec.ui.pages.directory.noun import Noun
from sportsec.ui.pages.directory.ranges import joined
from sportsec.ui.tasks import Work


def delete_records(
    owner: QWidget,
    desk: Desk,
    noun: Noun,
    table: str,
    ids: Sequence[UUID],
    *,
    gone: Callable[[UUID], object],
    back: Callable[[UUID], object],
) -> None:
    """Delete records without a question; the message offers to bring them back.

    Args:
        owner: Asks the runner; what it asked ends with it.
        table: Their kind.
        ids: At least one.
        gone, back: Told the first of them once they are deleted, or brought back.
    """
    chosen = list(ids)

    def act(work: Work) -> Words:
        name = label_of(work, table, chosen[0])
        for one in chosen:
            noun.delete(work, one)
        return name

    def bring_back(work: Work) -> Words:
        for one in chosen:
            noun.restore(work, one)
        return label_of(work, table, chosen[0])

    def said(sentence: str, name: Words) -> str:
        return joined(tr(sentence), words(name) if len(chosen) == 1 else "")

    def undo() -> None:
        desk.runner.write(owner, noun.restored, bring_back, restored, desk.complain)

    def restored(name: Words) -> None:
        desk.say(said(noun.restored, name))
        back(chosen[0])

    def deleted(name: Words) -> None:
        gone(chosen[0])
        text = said(noun.deleted, name)
        if len(chosen) > 1:
            text = tr_count("{n} entry deleted", "{n} entries deleted", len(chosen))
        desk.say(text, action=tr("Undo"), on_action=undo)

    desk.runner.write(owner, noun.deleted, act, deleted, desk.complain)
