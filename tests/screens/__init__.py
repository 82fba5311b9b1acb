"""Draws every page, dialog and paper of the sample season as PNG.

    python -m tests.screens DIR [--only clubs] [--lang ar] [--shade dark] [--cell DIR]

Pages of the registry are drawn by themselves. For more (a match on view, an open
dialog, a paper) a module of `tests/screens/scenes` lists `SCENES` and `PAPERS`:

    SCENES = [Scene("club-form", club_form)]

    def club_form(stage: Stage) -> QWidget:
        page = stage.open("clubs")
        dialog = page.edit(stage.ask(first_club))
        return dialog                     # what is drawn, once all answers are in

    PAPERS = [Paper("briefing", lambda work, language: briefing_pdf(work, language))]
"""
