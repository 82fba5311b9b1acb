"""Forms and deletions of the deployment tab."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from sportsec.domain.deployment import DetachmentDraft, Phase, PostDraft
from sportsec.domain.deployment_checks import call_signs, check_detachment, check_post
from sportsec.domain.deployment_plan import Plan
from sportsec.domain.folding import fold
from sportsec.domain.phases import check_phase
from sportsec.domain.post_codes import proposed_code
from sportsec.domain.problems import Problem
from sportsec.domain.words import N_
from sportsec.services.deployment import (
    add_detachment,
    add_post,
    delete_detachment,
    delete_post,
    repeat_post,
    restore_detachment,
    restore_post,
    revise_detachment,
    revise_post,
    set_phase,
)
from sportsec.ui.desk import Desk
from sportsec.ui.language import label, tr, tr_count
from sportsec.ui.pages.deployment.board import Board
from sportsec.ui.pages.deployment.forms import (
    detachment_form,
    phase_draft,
    phase_form,
    post_form,
)
from sportsec.ui.pages.deployment.proposals import CodeProposal, StrengthProposal
from sportsec.ui.pages.deployment.state import next_phases
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.field_marks import mark_fields
from sportsec.ui.widgets.fields import TextField
from sportsec.ui.widgets.form import Form
from sportsec.ui.widgets.form_dialog import FormDialog

_Job = Callable[[Work, UUID], object]


class Acts:
    """Opens forms at the side of the board, and deletes with a way back.

    Attributes:
        plan, phase: On the screen; the tab keeps them up to date.
    """

    def __init__(
        self, owner: QWidget, desk: Desk, fixture_id: UUID, board: Board
    ) -> None:
        self._owner = owner
        self._desk = desk
        self._fixture_id = fixture_id
        self._board = board
        self.plan: Plan | None = None
        self.phase = Phase.P2
        #: Hears which post was made.
        self.made: Callable[[UUID], object] = lambda _post_id: None

    def new_detachment(self) -> FormDialog | None:
        """Open the form of a new detachment, there for the whole deployment."""
        fixture_id, form = self._fixture_id, detachment_form(self._desk)
        StrengthProposal(form, self._desk, self.plan)
        return self._open(
            tr("New detachment"),
            form,
            N_("Detachment added"),
            DetachmentDraft(),
            lambda work, draft: add_detachment(work, fixture_id, draft),
            self._check_detachment(None),
        )

    def edit_detachment(self, detachment_id: UUID) -> FormDialog | None:
        """Open a detachment in its form."""
        lines = self.plan.detachments if self.plan else ()
        line = next((each for each in lines if each.id == detachment_id), None)
        if line is None:
            return None
        seen = line.draft
        return self._open(
            tr("Detachment"),
            detachment_form(self._desk),
            N_("Detachment saved"),
            seen,
            lambda work, new: revise_detachment(work, detachment_id, new, seen=seen),
            self._check_detachment(detachment_id),
            again=lambda: self.edit_detachment(detachment_id),
            record=detachment_id,
        )

    def new_post(self) -> FormDialog | None:
        """Open the form of a new post in the phase and sector on view."""
        if self.plan is None:
            return None
        fixture_id, form = self._fixture_id, post_form(self.plan)
        draft = PostDraft(phase=self.phase)
        draft = replace(draft, code=proposed_code(self.plan, draft))
        CodeProposal(form, self.plan, draft)
        dialog = self._open(
            tr("New post"),
            form,
            N_("Post added"),
            draft,
            lambda work, draft: add_post(work, fixture_id, draft),
            self._check_post(None),
        )
        if dialog is not None:
            dialog.saved.connect(self.made)
            code = form.field("code")
            if isinstance(code, TextField):
                code.line.selectAll()  # another code is typed over the one proposed
        return dialog

    def edit_post(self, post_id: UUID) -> FormDialog | None:
        """Open a post in its form."""
        plan = self.plan
        posts = plan.posts if plan else ()
        post = next((each for each in posts if each.id == post_id), None)
        if plan is None or post is None:
            return None
        seen = post.draft
        return self._open(
            tr("Post"),
            post_form(plan),
            N_("Post saved"),
            seen,
            lambda work, new: revise_post(work, post_id, new, seen=seen),
            self._check_post(post_id),
            again=lambda: self.edit_post(post_id),
            record=post_id,
        )

    def edit_phase(self) -> FormDialog | None:
        """Open the phase on view: its hours and its objective."""
        plan, phase, fixture_id = self.plan, self.phase, self._fixture_id
        if plan is None:
            return None
        seen = phase_draft(plan, phase)
        return self._open(
            tr("Phase: {phase}", phase=label(phase)),
            phase_form(phase),
            N_("Phase saved"),
            seen,
            lambda work, draft: set_phase(work, fixture_id, phase, draft, seen=seen),
            check_phase,
            again=self.edit_phase,
        )

    def delete_posts(self, ids: Iterable[UUID]) -> None:
        """Delete posts; the message offers to bring them back."""
        self._delete(
            ids,
            (N_("Posts deleted"), delete_post),
            (N_("Posts brought back"), restore_post),
        )

    def delete_detachments(self, ids: Iterable[UUID]) -> None:
        """Delete detachments; the message offers to bring them back."""
        self._delete(
            ids,
            (N_("Detachments deleted"), delete_detachment),
            (N_("Detachments brought back"), restore_detachment),
        )

    def repeat_posts(self, ids: Iterable[UUID]) -> None:
        """Hold posts in the next phase too, by the same officers."""
        if self.plan is None:
            return
        phases = next_phases(self.plan, list(ids))
        text = tr_count(
            "{n} post held in the next phase",
            "{n} posts held in the next phase",
            len(phases),
        )

        def job(work: Work) -> None:
            for post_id, phase in phases.items():
                repeat_post(work, post_id, phase)

        self._desk.runner.write(
            self._owner,
            N_("Posts held in the next phase"),
            job,
            lambda _none: self._desk.say(text),
            self._desk.complain,
        )

    # ---- inside

    def _open(
        self,
        title: str,
        form: Form,
        act: str,
        draft: Any,
        job: Callable[[Work, Any], object],
        check: Callable[[Any], Iterable[Problem]],
        again: Callable[[], object] | None = None,
        record: UUID | None = None,
    ) -> FormDialog | None:
        if self._board.form is not None:
            self._board.form.reject()  # asks if something would be lost
        if self._board.form is not None:
            return None
        dialog = FormDialog(self._desk, title, form, act, self._owner)
        dialog.check = check
        dialog.edit(draft, job)
        form.show_problems(check(draft) if again else ())
        dialog.saved.connect(lambda _result: self._desk.say(tr(act)))
        if again is not None:
            dialog.wants_theirs.connect(lambda: self._reopen(dialog, again))
        mark_fields(self._desk, dialog, record)
        self._board.show_form(dialog)
        return dialog

    def _reopen(self, dialog: FormDialog, again: Callable[[], object]) -> None:
        """Show what somebody else saved in place of what was typed here."""
        dialog.form.mark_clean()
        dialog.reject()
        again()

    def _check_detachment(
        self, detachment_id: UUID | None
    ) -> Callable[[DetachmentDraft], list[Problem]]:
        def check(draft: DetachmentDraft) -> list[Problem]:
            if self.plan is None:
                return []
            taken = {fold(sign) for sign in call_signs(self.plan, detachment_id)}
            return check_detachment(draft, taken)

        return check

    def _check_post(self, post_id: UUID | None) -> Callable[[PostDraft], list[Problem]]:
        def check(draft: PostDraft) -> list[Problem]:
            posts = self.plan.posts if self.plan else ()
            return check_post(draft, [post for post in posts if post.id != post_id])

        return check

    def _delete(
        self,
        ids: Iterable[UUID],
        forth: tuple[str, _Job],
        back: tuple[str, _Job],
    ) -> None:
        wanted = list(ids)
        runner, say = self._desk.runner, self._desk.say

        def each(job: _Job) -> Callable[[Work], None]:
            def run(work: Work) -> None:
                for record in wanted:
                    job(work, record)

            return run

        def undo() -> None:
            act, job = back
            runner.write(self._owner, act, each(job), lambda _none: say(tr(act)))

        act, job = forth
        runner.write(
            self._owner,
            act,
            each(job),
            lambda _none: say(tr(act), action=tr("Undo"), on_action=undo),
            self._desk.complain,
        )
