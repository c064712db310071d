"""What was promised of the price of a backorder, and what its customer said to another one."""

from decimal import Decimal
from typing import NamedTuple

import sqlalchemy as sa

from posim_desktop.domain.sales.special_orders import PricePromise
from posim_desktop.orm import Backorder, PriceWord, SpecialOrderLine
from posim_desktop.orm.base import insert_rows, table_of
from posim_desktop.services.session import Session, Stamp


class _NewWord(NamedTuple):
    backorder_id: int
    unit_price: Decimal
    word: str
    employee_id: int | None
    at: object


_words = table_of(PriceWord)
_backorders = table_of(Backorder)
_lines = table_of(SpecialOrderLine)
_AGREED = (
    sa.select(sa.func.max(_words.c.unit_price, type_=_words.c.unit_price.type))
    .where(_words.c.backorder_id == _backorders.c.id)
    .scalar_subquery()
)
_PROMISED = (
    sa.select(_lines.c.unit_price, _lines.c.price_ceiling, _AGREED)
    .join(_backorders, _backorders.c.source_line_id == _lines.c.invoice_line_id)
    .where(_backorders.c.id == sa.bindparam("backorder"))
)


def promise(session: Session, backorder_id: int) -> PricePromise | None:
    """Read what a special order promised of the price of a backorder; None where none did."""
    row = session.connection().execute(_PROMISED, {"backorder": backorder_id}).one_or_none()
    return None if row is None else PricePromise(*row)


def insert(session: Session, stamp: Stamp, backorder_id: int, unit_price: Decimal, word: str) -> None:
    """Write down that the customer agreed to a price; the invoice of the line that fills the backorder is locked."""
    insert_rows(session.connection(), _words, [_NewWord(backorder_id, unit_price, word, stamp.employee_id, stamp.at)])
