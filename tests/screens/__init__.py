"""Draws every page, dialog and paper of the sample season, and compares the pictures.

    python -m tests.screens DIR [--only clubs units] [--lang ar] [--shade dark]
    python -m tests.screens DIR --text 200 --odd 5
    python -m tests.screens DIR --renew club-form wizard-1

Every scene is drawn in three languages, three shades and two text sizes. `index.html`
in DIR shows each picture beside its reference; what looks different, is new or is cut
off is a finding and makes the exit code 1. With `--odd N` each window is tried at N odd
sizes, too: what is cut off there, or laid out without an end, is told. A reference
changes only by `--renew`, after somebody looked. Clock and chance stand still: pictures
are the same on every day.

Pages of the registry are drawn by themselves. For more (a match on view, an open
dialog, a paper) a module of `tests/screens/scenes` lists `SCENES` and `PAPERS`:

    SCENES = [Scene("club-form", club_form)]

    def club_form(stage: Stage) -> QWidget:
        page = stage.open("clubs")
        dialog = page.edit(stage.ask(first_club))
        return dialog                     # what is drawn, once all answers are in

    PAPERS = [Paper("briefing", lambda work, language: briefing_pdf(work, language))]
"""
