"""How Alembic reaches the ledger: always by a connection that the program hands over."""

from alembic import context
from sqlmodel import SQLModel

from tracker.store import tables  # noqa: F401 - the import fills SQLModel.metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=SQLModel.metadata)
with context.begin_transaction():
    context.run_migrations()
