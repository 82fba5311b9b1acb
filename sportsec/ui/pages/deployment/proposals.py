"""What the forms of the deployment fill in by themselves, while nobody else did."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject

from sportsec.domain.deployment import PostDraft
from sportsec.domain.deployment_plan import Plan
from sportsec.domain.post_codes import proposed_code
from sportsec.queries.units import unit_strength
from sportsec.ui.desk import Desk
from sportsec.ui.widgets.form import Form


class CodeProposal(QObject):
    """Lets the code of a new post follow its place and phase."""

    def __init__(self, form: Form, plan: Plan, draft: PostDraft) -> None:
        super().__init__(form)
        self._form, self._plan, self._proposed = form, plan, draft.code
        for name in ("phase", "sector_id", "gate_id"):
            form.field(name).changed.connect(self._renew)

    def _renew(self) -> None:
        if self._form.field("code").value() not in {"", self._proposed}:
            return
        code = proposed_code(self._plan, self._form.values())
        if code != self._form.field("code").value():
            self._proposed = code
            self._form.type_in({"code": code})


class StrengthProposal(QObject):
    """Gives a detachment the officers of its unit that no other detachment has."""

    def __init__(self, form: Form, desk: Desk, plan: Plan | None) -> None:
        super().__init__(form)
        self._form, self._desk = form, desk
        self._lines = plan.detachments if plan else ()
        self._unit: UUID | None = None
        self._proposed: int | None = None
        form.field("unit_id").changed.connect(self._ask)

    def _ask(self) -> None:
        unit = self._form.field("unit_id").value()
        if unit is None or unit == self._unit:
            return
        self._unit = unit
        self._desk.runner.read(
            *(self, "strength", lambda work: unit_strength(work, unit)),
            self._propose,
        )

    def _propose(self, strength: int | None) -> None:
        field = self._form.field("headcount")
        if field.complaint() or field.value() not in {None, self._proposed}:
            return
        others = sum(
            line.headcount for line in self._lines if line.draft.unit_id == self._unit
        )
        free = max((strength or 0) - others, 0) or None
        if free != field.value():
            self._proposed = free
            self._form.type_in({"headcount": free})
