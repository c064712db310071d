"""Exact arithmetic on stored whole numbers, the same on both databases. Serves the guide's page "Reports"."""

from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain.money import ZERO, cost_places
from posim_desktop.domain.quantity import QUANTITY_PLACES

_WHOLE = sa.BigInteger()
UNITS = 10**QUANTITY_PLACES
"""In how many parts a unit is counted."""
COSTS = 100
"""In how many parts a cent is counted where it is a cost."""


def whole(column: sa.ColumnElement[Any]) -> sa.ColumnElement[int]:
    """Take a column as the whole number that is stored."""
    return sa.type_coerce(column, _WHOLE)


def half_up(number: sa.ColumnElement[int], parts: sa.ColumnElement[int] | int) -> sa.ColumnElement[int]:
    """Divide whole numbers and round half up, away from zero at the half, as money is rounded.

    Args:
        number: What is divided.
        parts: By what; its sign does not count.
    """
    # PostgreSQL adds whole numbers up to one with places, which it would not cut off.
    divided = sa.cast(number, _WHOLE)
    divisor = sa.func.abs(sa.literal(parts, _WHOLE) if isinstance(parts, int) else sa.cast(parts, _WHOLE))
    half = sa.case((divided < 0, -divisor), else_=divisor)
    return sa.type_coerce(sa.type_coerce(2 * divided + half, _WHOLE) // sa.type_coerce(2 * divisor, _WHOLE), _WHOLE)


def in_money(parts: object) -> Decimal:
    """Return what an added up quantity times a unit cost is in money, with all its places."""
    return ZERO if parts is None else Decimal(int(str(parts))).scaleb(-(QUANTITY_PLACES + cost_places()))
