"""Backorders that can be filled from the shelf now. Serves the guide's page "Fill backorders".

Goods become free by many roads: a return, a correction of the stock, a discarded fill, a cancellation, a delivery
that was set to nobody. Whatever the road, the backorders of the item show up here.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.orm import Backorder, Customer, Invoice, InvoiceLine, Item
from posim_desktop.queries.place import PLACE

MOST = 1000
"""The navigation bars count up to this and then show ``999+``."""


@dataclass(frozen=True, slots=True)
class FillableRow:
    """A backorder whose item is available; quantities in units.

    Attributes:
        invoice_id: The processed invoice it comes from; Fill Backorders starts there.
        available: What of the item anybody may have, for all of its backorders together.
        question: What the customer has to say first, blank for nothing.
    """

    id: int
    number: int
    created_at: datetime
    customer_id: int
    customer: str
    phone: str
    item_id: int
    item: str
    description: str
    outstanding: Decimal
    available: Decimal
    invoice_id: int
    invoice_number: int
    question: str
    one_piece: bool

    @property
    def most(self) -> Decimal:
        """The most that can be filled of it now; what is wanted in one piece not in part."""
        if self.one_piece and self.available < self.outstanding:
            return NO_UNITS
        return min(self.outstanding, self.available)


_AVAILABLE = Item.__table__.c.on_hand - Item.__table__.c.committed
_fillable = sa.and_(
    Backorder.outstanding > 0,
    Backorder.question == "",
    Item.on_hand > Item.committed,
    sa.or_(~Backorder.one_piece, Item.on_hand - Item.committed >= Backorder.outstanding),
)
_COLUMNS = (
    Backorder.id,
    Backorder.number,
    Backorder.created_at,
    Backorder.customer_id,
    Customer.name,
    Customer.phone,
    Backorder.item_id,
    Item.code,
    Item.description,
    Backorder.outstanding,
    sa.type_coerce(_AVAILABLE, Item.__table__.c.on_hand.type),
    Invoice.id,
    sa.func.coalesce(Invoice.number, 0),
    Backorder.question,
    Backorder.one_piece,
)
_ROWS: sa.Select[*tuple[Any, ...]] = (
    sa.select(*_COLUMNS)
    .join(Item, Item.id == Backorder.item_id)
    .join(Customer, Customer.id == Backorder.customer_id)
    .join(InvoiceLine, InvoiceLine.id == Backorder.source_line_id)
    .join(Invoice, Invoice.id == InvoiceLine.invoice_id)
)
_NOW = _ROWS.where(_fillable).order_by(*PLACE).limit(sa.bindparam("most"))
_OF_INVOICE = _ROWS.where(Invoice.id == sa.bindparam("invoice"), Backorder.outstanding > 0).order_by(
    InvoiceLine.position
)
_some = sa.select(Backorder.id).join(Item, Item.id == Backorder.item_id).where(_fillable).limit(sa.bindparam("most"))
_COUNT = sa.select(sa.func.count()).select_from(_some.subquery())


def rows(connection: sa.Connection, limit: int = MOST) -> tuple[FillableRow, ...]:
    """List the backorders that can be filled now, oldest first."""
    return tuple(FillableRow(*row) for row in connection.execute(_NOW, {"most": limit}))


def count(connection: sa.Connection) -> int:
    """Count them for the navigation bars, up to :data:`MOST`."""
    return connection.scalar(_COUNT, {"most": MOST}) or 0


def of_invoice(connection: sa.Connection, invoice_id: int) -> tuple[FillableRow, ...]:
    """List the outstanding backorders of a processed invoice for Fill Backorders, available or not."""
    return tuple(FillableRow(*row) for row in connection.execute(_OF_INVOICE, {"invoice": invoice_id}))
