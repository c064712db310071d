"""Run the migrations on the connection the program hands over, inside its transaction and lock."""

from typing import Any

import sqlalchemy as sa
from alembic import context
from sqlalchemy.ext.compiler import compiles


@compiles(sa.BigInteger, "sqlite")
@compiles(sa.Boolean, "sqlite")
def _integer(_type: sa.types.TypeEngine[Any], _compiler: Any, **_: Any) -> str:  # noqa: ANN401
    """SQLite's STRICT tables know INTEGER, TEXT, REAL and BLOB only."""
    return "INTEGER"


@compiles(sa.String, "sqlite")
@compiles(sa.DateTime, "sqlite")
@compiles(sa.Date, "sqlite")
def _text(_type: sa.types.TypeEngine[Any], _compiler: Any, **_: Any) -> str:  # noqa: ANN401
    return "TEXT"


def _render_plain_type(kind: str, written: Any, _context: Any) -> str | bool:  # noqa: ANN401
    """Write the scaled decimals as the whole numbers they are, so that no migration imports the program."""
    if kind == "type" and isinstance(written, sa.types.TypeDecorator):
        timed = isinstance(written.impl, sa.DateTime)
        return "sa.DateTime(timezone=True)" if timed else "sa.BigInteger()"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=context.config.attributes.get("target_metadata"),
    render_item=_render_plain_type,
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()
