"""What is wrong with a form as a whole, above its fields."""

from __future__ import annotations

from sportsec.ui.language import tr
from sportsec.ui.widgets.cards import Banner


class FormBanner(Banner):
    """The problems of no field; their room is kept, so that no field moves about."""

    def say_problems(self, text: str, level: str) -> None:
        """Show problems, or that there are none any more.

        Their room is kept, as that of a message under a field is.
        """
        was_shown, was_wrong = self.isVisible(), self.property("level") == "block"
        if was_shown:
            policy = self.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            self.setSizePolicy(policy)
            layout = self.layout()
            needed = layout.totalHeightForWidth(self.width()) if layout else 0
            self.setMinimumHeight(max(self.minimumHeight(), needed))
        is_mended = self.property("level") == "ok" or was_wrong
        if not text and was_shown and is_mended:
            self.say(tr("In order now"), "ok")
        else:
            self.say(text, level or "info")

    def give_room_back(self) -> None:
        """Take no more room than what is said: another record is on view."""
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(False)
        self.setSizePolicy(policy)
        self.setMinimumHeight(0)
        self.say("")
