"""What every table has: a name for each constraint, STRICT storage on SQLite, a whole-number key."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar, cast

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from posim_desktop.orm.types import Utc

REVISION = "0003"
"""The migration that makes the tables as these classes say; a test holds it against the newest one."""

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """The declarative base; ``Decimal`` has no default type, each column says its unit."""

    metadata = sa.MetaData(naming_convention=_NAMES)
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy's own class attribute
        int: sa.BigInteger(),
        bool: sa.Boolean(),
        datetime: Utc(),
        date: sa.Date(),
        str: sa.Text(),
    }


class HasId:
    """A table with a surrogate key that nobody types or sees."""

    id: Mapped[int] = mapped_column(sa.BigInteger(), primary_key=True, sort_order=-1)


def table(*parts: sa.schema.SchemaItem) -> tuple[Any, ...]:
    """Collect a table's constraints and indexes and make it STRICT on SQLite."""
    return (*parts, {"sqlite_strict": True})


def one_of(column: str, values: type[StrEnum]) -> sa.CheckConstraint:
    """Check that a status or code column holds one of its enumeration's values."""
    listed = ", ".join(f"'{value}'" for value in values)
    return sa.CheckConstraint(f"{column} IN ({listed})", name=f"{column}_known")


def check(name: str, rule: str) -> sa.CheckConstraint:
    """Name a rule that the database itself keeps."""
    return sa.CheckConstraint(rule, name=name)


def quantity_range(column: str, *, zero: bool = False) -> sa.CheckConstraint:
    """Keep a quantity within 0.001 … 999,999.999 units, or from 0 where nothing is an answer."""
    return check(f"{column}_range", f"{column} BETWEEN {0 if zero else 1} AND 999999999")


def money_range(column: str, *, negative: bool = False) -> sa.CheckConstraint:
    """Keep an amount within 99,999,999.99."""
    return check(f"{column}_range", f"{column} BETWEEN {-9999999999 if negative else 0} AND 9999999999")


def table_of(entity: type[Base]) -> sa.Table:
    """Return the plain table of a class, for statements that the hot paths build once."""
    return cast("sa.Table", entity.__table__)


_Stored = tuple[Callable[[object], object] | None, ...]
_WRITTEN: dict[tuple[str, str, tuple[str, ...]], tuple[str, _Stored]] = {}
_T = TypeVar("_T")
_CHUNK = 5000


def chunks(values: Sequence[_T]) -> Iterator[Sequence[_T]]:
    """Cut a long list so that each part fits in one statement's parameters."""
    for start in range(0, len(values), _CHUNK):
        yield values[start : start + _CHUNK]


def insert_rows(connection: sa.Connection, table: sa.Table, rows: Sequence[NamedTuple]) -> None:
    """Insert rows of one class, giving the driver SQL built once per table and set of columns.

    SQLAlchemy's compiler would cost several times as much per row. Column defaults do not apply: a row must name every
    value.
    """
    if not rows:
        return
    names = rows[0]._fields
    written = _WRITTEN.get((connection.dialect.name, table.name, names))
    if written is None:
        written = _WRITTEN[connection.dialect.name, table.name, names] = _write_insert(connection, table, names)
    text, stored = written
    columns = [
        values if store is None else [store(value) for value in values]
        for values, store in zip(zip(*rows, strict=True), stored, strict=True)
    ]
    values = list(zip(*columns, strict=True))
    # A single row is sent by itself: a batch of one costs the server more.
    connection.exec_driver_sql(text, values if len(values) > 1 else values[0])


def _write_insert(connection: sa.Connection, table: sa.Table, names: tuple[str, ...]) -> tuple[str, _Stored]:
    """Write an INSERT for the driver, and how each column's values are stored."""
    dialect = connection.dialect
    mark = "?" if dialect.name == "sqlite" else "%s"
    columns = ", ".join(dialect.identifier_preparer.format_column(table.c[name]) for name in names)
    stored = tuple(table.c[name].type.dialect_impl(dialect).bind_processor(dialect) for name in names)
    marks = ", ".join([mark] * len(names))
    return f"INSERT INTO {table.name} ({columns}) VALUES ({marks})", stored  # noqa: S608 - names of our own tables
