"""Runs the migrations on the connection that `sportsec.store.upgrade` gives."""

from alembic import context

import sportsec.store.tables  # noqa: F401 - maps every table, for `revision --autogenerate`
from sportsec.store.base import Record

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Record.metadata,
    render_as_batch=True,
)
context.run_migrations()
