"""Which order's goods the B lines of working invoices wait for, as it is stored."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

import sqlalchemy as sa

from posim_desktop.orm import AwaitedOrder, PurchaseOrder, PurchaseOrderLine
from posim_desktop.orm.base import chunks, insert_rows, table_of
from posim_desktop.services.records.lock_order import Rank, climb
from posim_desktop.services.session import Session


class Awaited(NamedTuple):
    """What a B line waits for, and how much of it."""

    line_id: int
    order_line_id: int
    purchase_order_id: int
    number: int
    quantity: Decimal


class _New(NamedTuple):
    invoice_id: int
    line_id: int
    order_line_id: int
    quantity: Decimal


_awaited = table_of(AwaitedOrder)
_orders = table_of(PurchaseOrder)
_lines = table_of(PurchaseOrderLine)
_ON_INVOICE = (
    sa.select(
        _awaited.c.line_id,
        _awaited.c.order_line_id,
        _lines.c.purchase_order_id,
        _orders.c.number,
        _awaited.c.quantity,
    )
    .join(_lines, _lines.c.id == _awaited.c.order_line_id)
    .join(_orders, _orders.c.id == _lines.c.purchase_order_id)
    .where(_awaited.c.invoice_id == sa.bindparam("invoice"))
    .order_by(_awaited.c.order_line_id, _awaited.c.line_id)
)
_OPEN = (
    sa.select(_lines.c.id, _lines.c.still_open)
    .where(_lines.c.id.in_(sa.bindparam("ids", expanding=True)))
    .order_by(_lines.c.id)
    .with_for_update()
)
_TAKE_OFF = sa.delete(_awaited).where(_awaited.c.line_id == sa.bindparam("line"))


def on_invoice(session: Session, invoice_id: int) -> list[Awaited]:
    """Read what the lines of an invoice wait for."""
    return [Awaited._make(row) for row in session.connection().execute(_ON_INVOICE, {"invoice": invoice_id})]


def lock_order_lines(session: Session, order_line_ids: Iterable[int]) -> dict[int, Decimal]:
    """Lock lines of locked, processed orders in the order of their ids; return what is still open on each."""
    wanted = sorted(set(order_line_ids))
    found = {
        row.id: row.still_open
        for chunk in chunks(wanted)
        for row in session.connection().execute(_OPEN, {"ids": chunk})
    }
    climb(session, Rank.ORDER_LINE, found)
    return found


def put(session: Session, invoice_id: int, line_id: int, order_line_id: int, quantity: Decimal) -> None:
    """Write what a line of a locked working invoice waits for."""
    take_off(session, line_id)
    insert_rows(session.connection(), _awaited, [_New(invoice_id, line_id, order_line_id, quantity)])


def take_off(session: Session, line_id: int) -> None:
    """Let a line of a locked working invoice wait for no order."""
    session.connection().execute(_TAKE_OFF, {"line": line_id})
