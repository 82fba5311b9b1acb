from __future__ import annotations

from dataclasses import fields

import pytest

from sportsec.domain.fixtures import EstimateDraft, FixtureDraft, ResultDraft
from sportsec.store.tables.fixtures import Estimate, Fixture


@pytest.mark.parametrize(
    ("draft", "table"),
    [(FixtureDraft, Fixture), (ResultDraft, Fixture), (EstimateDraft, Estimate)],
)
def test_the_fields_of_a_draft_are_those_of_its_table(draft: type, table: type) -> None:
    assert not [each.name for each in fields(draft) if not hasattr(table, each.name)]


def test_an_empty_draft_has_the_defaults_of_the_table() -> None:
    draft = FixtureDraft()
    columns = Fixture.__table__.columns
    for each in fields(FixtureDraft):
        column = columns.get(each.name)
        if column is not None and column.default is not None:
            assert getattr(draft, each.name) == column.default.arg, each.name
