"""The card of the settings in which the officer gives the name that he signs with."""

from __future__ import annotations

from sportsec.domain.identity import LONGEST_NAME, SIGNED
from sportsec.ui.desk import Desk
from sportsec.ui.language import isolate, tr
from sportsec.ui.widgets.cards import Card, text_label
from sportsec.ui.widgets.fields import TextField


class OfficerCard(Card):
    """Keeps the name as soon as it was typed; empty, that of the login comes back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(tr("Your name"))
        self._desk = desk
        self.field = TextField(max_length=LONGEST_NAME)
        self.field.call(tr("Your name"))
        self.field.line.editingFinished.connect(self._keep)
        self.body.addWidget(self.field)
        self.body.addWidget(text_label(tr(SIGNED), "caption", wrap=True))

    def reload(self) -> None:
        """Show by what name is signed now, unless another one is being typed."""
        workspace = self._desk.runner.workspace
        if workspace is not None and not self.field.line.isModified():
            self.field.set_value(workspace.actor.name)

    def _keep(self) -> None:
        workspace, line = self._desk.runner.workspace, self.field.line
        if workspace is None or not line.isModified():
            return
        line.setModified(False)
        name = self.field.value()

        def done(_result: object) -> None:
            self.reload()
            signed = isolate(workspace.actor.name)
            said = tr("What you do is signed {name} from now on.", name=signed)
            self._desk.say(said)

        self._desk.runner.tend(
            self, "officer", lambda _progress: workspace.call_officer(name), done
        )
