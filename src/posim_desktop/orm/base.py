"""What every table has: columns named in a class, names of constraints, STRICT storage, a whole-number key."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType, NoneType
from typing import Any, ClassVar, NamedTuple, TypeVar, cast, get_args

import sqlalchemy as sa
from typing_extensions import override

from posim_desktop.orm.types import Utc

REVISION = "0068"
"""The migration that makes the tables as these classes say; a test holds it against the newest one."""

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


_TYPES: Mapping[type, sa.types.TypeEngine[Any]] = MappingProxyType(
    {int: sa.BigInteger(), bool: sa.Boolean(), datetime: Utc(), date: sa.Date(), str: sa.Text()}
)
"""What a column is stored as that names no type; ``Decimal`` is not here, each such column says its unit."""


Column = sa.ColumnElement
"""What a column is declared as; to the type checker ``sa.Column`` itself is a descriptor, which these are not."""


class _Described(NamedTuple):
    """What a column is besides its name, its type and whether it may be empty."""

    parts: tuple[Any, ...]
    options: dict[str, Any]


def column(*parts: sa.types.TypeEngine[Any] | sa.schema.SchemaItem | sa.FetchedValue, **options: bool) -> Any:  # noqa: ANN401
    """Describe a column of a :class:`Base` whose annotation does not say it all.

    Args:
        parts: Its type, if the annotation does not tell it, its foreign key, and what the database fills in.
        options: What :class:`sqlalchemy.Column` takes: ``unique``, ``index``, ``primary_key``, ``autoincrement``.
    """
    return _Described(parts, options)


class Base:
    """A table as a class: the annotations are its columns, and afterwards its attributes are them.

    ``number: Column[int | None] = column(unique=True)`` may be empty, ``committed: Column[bool]`` may not.
    Nothing here loads SQLAlchemy's object mapper, for nothing maps objects: a till would wait for it at each start.
    """

    metadata: ClassVar = sa.MetaData(naming_convention=_NAMES)
    __tablename__: ClassVar[str]
    __table_args__: ClassVar[tuple[Any, ...]]
    __table__: ClassVar[sa.Table]

    @override
    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        described = {name: kind for each in (HasId, cls) if issubclass(cls, each) for name, kind in _columns_of(each)}
        columns = [_make_column(name, kind, getattr(cls, name, _Described((), {}))) for name, kind in described.items()]
        *parts, options = cls.__table_args__
        cls.__table__ = sa.Table(cls.__tablename__, cls.metadata, *columns, *parts, **options)
        for each in columns:
            setattr(cls, each.name, each)

    @classmethod
    def __clause_element__(cls) -> sa.Table:
        """Let the class stand for its table in a statement."""
        return cls.__table__


class HasId:
    """A table with a surrogate key that nobody types or sees."""

    id: Column[int] = column(primary_key=True)


def _columns_of(described: type) -> Iterator[tuple[str, Any]]:
    return ((name, kind) for name, kind in described.__annotations__.items() if not name.startswith("__"))


def _make_column(name: str, annotation: Any, described: _Described) -> sa.Column[Any]:  # noqa: ANN401
    (kind,) = get_args(annotation)
    plain = {each for each in get_args(kind) or (kind,) if each is not NoneType}
    parts = described.parts
    if not any(isinstance(part, sa.types.TypeEngine) for part in parts):
        parts = (_TYPES[plain.pop()], *parts)
    nullable = NoneType in get_args(kind)
    return sa.Column(name, *parts, nullable=nullable, **described.options)


def table(*parts: sa.schema.SchemaItem) -> tuple[Any, ...]:
    """Collect a table's constraints and indexes and make it STRICT on SQLite."""
    return (*parts, {"sqlite_strict": True})


def index_of_given(column: str) -> sa.Index:
    """Index a column that is empty on most rows, and only the rows where it is not: the others then cost nothing.

    It finds rows by ``=``, ``IN`` and joins, and for the check of a foreign key, but none of the empty ones.
    """
    return sa.Index(None, column, sqlite_where=sa.text(f"{column} IS NOT NULL"))


@sa.event.listens_for(Base.metadata, "before_create")
def _index_what_is_given(metadata: sa.MetaData, connection: sa.Connection, **_: object) -> None:
    """Tell PostgreSQL which rows to index, but only now: to name its option is to load its dialect, at each start."""
    if connection.dialect.name != "postgresql":
        return
    for index in (each for table in metadata.tables.values() for each in table.indexes):
        index.dialect_kwargs["postgresql_where"] = index.dialect_options["sqlite"]["where"]


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
    """Return the table of a class."""
    return entity.__table__


def table_with(of_table: Column[Any]) -> sa.Table:
    """Return the table that a column of a class belongs to."""
    return cast("sa.Column[Any]", of_table).table


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
    insert_values(connection, table, rows[0]._fields, rows)


def insert_values(
    connection: sa.Connection, table: sa.Table, names: tuple[str, ...], rows: Sequence[tuple[object, ...]]
) -> None:
    """Insert rows of values for some columns, as :func:`insert_rows` does; at least one."""
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
