"""What a new workspace starts from."""

from __future__ import annotations

from sqlalchemy import event, func, select

from sportsec.domain.deployment import ListKind
from sportsec.domain.words import LANGUAGES, N_, Words
from sportsec.services.seed import DEFAULT_GRID, plant_defaults
from sportsec.store.tables.risk import RiskFactor, RiskGrid
from sportsec.store.tables.units import ListItem
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace


def test_the_default_grid_has_13_factors_of_total_weight_37(work: Work) -> None:
    plant_defaults(work)
    query = select(func.count(), func.sum(RiskFactor.weight)).where(
        RiskFactor.grid_id == DEFAULT_GRID
    )
    assert work.session.execute(query).one() == (13, 37)
    assert work.get(RiskGrid, DEFAULT_GRID).is_active


def test_everything_has_words_in_three_languages(work: Work) -> None:
    plant_defaults(work)
    factors = work.session.scalars(select(RiskFactor)).all()
    texts = [*(item.name for item in work.session.scalars(select(ListItem)))]
    for each in factors:
        texts += [each.name, each.anchor_0, each.anchor_2, each.anchor_4]
    assert len(texts) > 80
    assert all(text.has(language) for text in texts for language in LANGUAGES)


def test_ranks_and_kinds_of_units_are_there(work: Work) -> None:
    plant_defaults(work)
    query = select(ListItem.kind, func.count()).group_by(ListItem.kind)
    counts = dict(work.session.execute(query).all())
    assert counts == {ListKind.RANK: 16, ListKind.UNIT_KIND: 23}


def test_planting_again_changes_nothing_the_officer_edited(
    workspace: Workspace,
) -> None:
    with workspace.writing() as work:
        plant_defaults(work)
        work.commit(N_("Prepare the workspace"))
    with workspace.writing() as work:
        first, second = work.session.scalars(select(ListItem).limit(2))
        first.name = Words(fr="Autre nom")
        work.delete(second)
        work.commit(N_("Change a list"))
    with workspace.writing() as work:
        plant_defaults(work)
        assert not work.session.new
        assert not work.session.dirty


def test_planting_asks_once_for_each_list_not_for_each_entry(work: Work) -> None:
    questions: list[str] = []

    def note(*told: object) -> None:
        questions.append(str(told[2]))

    engine = work.session.get_bind()
    event.listen(engine, "before_cursor_execute", note)
    plant_defaults(work)
    event.remove(engine, "before_cursor_execute", note)
    assert len([each for each in questions if each.startswith("SELECT")]) == 4
