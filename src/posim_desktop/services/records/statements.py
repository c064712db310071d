"""What the statements of several keepers have in common."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

import sqlalchemy as sa

from posim_desktop.domain.folding import search_key
from posim_desktop.orm.base import chunks
from posim_desktop.services.records.lock_order import Rank, climb
from posim_desktop.services.session import Session

_T = TypeVar("_T")


def new_values(table: sa.Table, *columns: str) -> dict[str, sa.BindParameter[Any]]:
    """Let a statement that is built once take a value for each of some columns, as ``new_`` and the column's name."""
    return {name: sa.bindparam(f"new_{name}", type_=table.c[name].type) for name in columns}


def found_by(values: Mapping[str, object], name: str) -> dict[str, object]:
    """Add to what is written the text by which it is found, if the column that it is found by is among it."""
    return {**values, "search_text": search_key(str(values[name]))} if name in values else dict(values)


def lock(
    session: Session,
    rank: Rank,
    locking: sa.Select[Any],
    ids: Iterable[int],
    make: Callable[[sa.Row[Any]], _T],
    *,
    of: str = "",
) -> dict[int, _T]:
    """Lock rows in the order of their ids and read them.

    Args:
        session: The transaction.
        rank: What they are.
        locking: Reads and locks the rows of ``ids``, which it takes, in their order.
        ids: Which.
        make: Makes of a row what is read.
        of: The table, where a rank has several.

    Returns:
        Those that there are, by id.
    """
    locked = {
        row.id: make(row)
        for chunk in chunks(sorted(set(ids)))
        for row in session.connection().execute(locking, {"ids": chunk})
    }
    climb(session, rank, locked, of)
    return locked


def write(session: Session, table: sa.Table, record_id: int, values: Mapping[str, object]) -> None:
    """Write columns of a locked record; its version goes up."""
    session.connection().execute(
        sa.update(table).where(table.c.id == record_id).values({"version": table.c.version + 1, **values})
    )
