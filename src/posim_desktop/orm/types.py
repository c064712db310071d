"""Column types: scaled integers for money and quantities, UTC for times, names that STRICT tables accept.

SQLite's STRICT tables know INTEGER, TEXT, REAL and BLOB only; the compile rules at the end give them those.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.types import TypeDecorator
from typing_extensions import override

from posim_desktop.domain.money import cost_places, money_places
from posim_desktop.domain.quantity import QUANTITY_PLACES
from posim_desktop.domain.tax import Taxes, read, written

_PERCENT_PLACES = 4


class _Scaled(TypeDecorator[Decimal]):
    """A decimal number kept as a whole number of its smallest unit.

    How many places that are is asked for each value: what reads and writes a column is kept for all shops that are
    opened.
    """

    impl = sa.BigInteger
    cache_ok = True

    @staticmethod
    def scale() -> int:
        """Return how many decimal places are kept."""
        raise NotImplementedError

    @override
    def bind_processor(self, dialect: sa.Dialect) -> Callable[[Decimal | int | None], int | None]:
        scale = self.scale

        def store(value: Decimal | int | None) -> int | None:
            return None if value is None else _whole(value, scale())

        return store

    @override
    def result_processor(self, dialect: sa.Dialect, coltype: object) -> Callable[[Any], Decimal | None]:
        scale = self.scale

        def read(value: Any) -> Decimal | None:  # noqa: ANN401 - what the driver gives
            # PostgreSQL's SUM of bigint is numeric; int() keeps it a whole number of the smallest unit.
            return None if value is None else _scaled(int(value), scale())

        return read


@lru_cache(maxsize=4096)
def _whole(value: Decimal | int, places: int) -> int:
    # A statement compares with plain whole numbers too: ``Item.on_hand > 0``.
    scaled = (value if isinstance(value, Decimal) else Decimal(value)).scaleb(places)
    whole = int(scaled)
    if whole != scaled:
        raise ValueError(f"{value} has more than {places} decimal places")
    return whole


@lru_cache(maxsize=4096)  # the same prices and quantities come again and again
def _scaled(whole: int, places: int) -> Decimal:
    return Decimal(whole).scaleb(-places)


class Money(_Scaled):
    """An amount of money, stored as whole cents; see :mod:`posim_desktop.domain.money`."""

    cache_ok = True
    scale = staticmethod(money_places)


class Quantity(_Scaled):
    """Units of an item, stored as whole thousandths."""

    cache_ok = True
    scale = staticmethod(lambda: QUANTITY_PLACES)


class Cost(_Scaled):
    """A unit cost, stored as whole hundredths of a cent."""

    cache_ok = True
    scale = staticmethod(cost_places)


class Percent(_Scaled):
    """A percentage, stored as whole ten-thousandths of a percent."""

    cache_ok = True
    scale = staticmethod(lambda: _PERCENT_PLACES)


class TaxesOfCode(TypeDecorator[Taxes]):
    """The taxes of a tax code, stored as one text: they are read, compared and kept as a whole, never one by one."""

    impl = sa.Text
    cache_ok = True

    @override
    def bind_processor(self, dialect: sa.Dialect) -> Callable[[Taxes | None], str | None]:
        def store(taxes: Taxes | None) -> str | None:
            return None if taxes is None else written(taxes)

        return store

    @override
    def result_processor(self, dialect: sa.Dialect, coltype: object) -> Callable[[Any], Taxes | None]:
        def taxes(stored: str | None) -> Taxes | None:
            return None if stored is None else read(stored)

        return taxes


class Utc(TypeDecorator[datetime]):
    """A moment, stored in UTC; naive times are refused because nobody knows what they mean."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a time zone cannot be stored")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    @override
    def process_result_value(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


@compiles(sa.BigInteger, "sqlite")
@compiles(sa.Boolean, "sqlite")
def _integer(_type: sa.types.TypeEngine[Any], _compiler: Any, **_: Any) -> str:  # noqa: ANN401
    return "INTEGER"


@compiles(sa.String, "sqlite")
@compiles(sa.DateTime, "sqlite")
@compiles(sa.Date, "sqlite")
def _text(_type: sa.types.TypeEngine[Any], _compiler: Any, **_: Any) -> str:  # noqa: ANN401
    return "TEXT"
