"""A form whose fields come and go with what is chosen in it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QLabel, QWidget

from sportsec.ui.widgets.form import Form, Part


class NeededFields(Form):
    """Shows a field only where the choice asks for it.

    Args:
        choice: Name of the field that is chosen in.
        needed: The further fields that a choice asks for.
        above: What is decided upon, before the fields.
    """

    def __init__(
        self,
        parts: Sequence[Part],
        choice: str,
        needed: Callable[[object], Collection[str]],
        above: QWidget | None = None,
    ) -> None:
        super().__init__(parts)
        self._choice, self._needed = choice, needed
        labels = {each.buddy(): each for each in self.findChildren(QLabel)}
        self._shown: dict[str, tuple[QWidget, ...]] = {}
        for name in self.names() - {choice}:
            field = self.field(name)
            rows = (field.parentWidget(), labels.get(field.inputs()[0]))
            self._shown[name] = tuple(each for each in rows if each is not None)
        layout = self.layout()
        if above is not None and layout is not None:
            layout.insertWidget(1, above)  # type: ignore[attr-defined]  # a box
        self.field(choice).changed.connect(self._on_choice)

    def load(self, draft: object) -> None:
        """Show a draft, and the fields that it asks for."""
        super().load(draft)
        self.fit()

    def type_in(self, values: Mapping[str, Any]) -> None:
        """Fill fields as if it had been typed, and show those that it asks for."""
        super().type_in(values)
        self.fit()

    def _on_choice(self) -> None:
        """Forget what was said of the other choice: the fields below move anyhow."""
        self.field(self._choice).mark("")
        self.note(self._choice).say("", "")
        self.note(self._choice).give_room_back()
        self.fit()

    def fit(self) -> None:
        """Show what the choice asks for."""
        wanted = self._needed(self.field(self._choice).value())
        for name, widgets in self._shown.items():
            for widget in widgets:
                widget.setVisible(name in wanted)
