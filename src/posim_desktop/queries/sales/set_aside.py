"""For whom goods are set aside. Serves the guide's pages "Pick up" and "Item card"."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

import sqlalchemy as sa

from posim_desktop.domain.sales.invoice import InvoiceStatus, TransCode
from posim_desktop.orm import Customer, Invoice, InvoiceLine


@dataclass(frozen=True, slots=True)
class SetAsideRow:
    """Goods of one item that wait on one committed invoice.

    Attributes:
        invoice_id: The working invoice; it has no number yet.
        customer_id: Whom they wait for, None when the invoice has no customer.
        customer: The customer's name, or ``""``.
        phone: Where to call, or ``""``.
        quantity: Units.
        since: When they were set aside.
    """

    invoice_id: int
    customer_id: int | None
    customer: str
    phone: str
    quantity: Decimal
    since: datetime


_FOR_WHOM = (
    sa.select(
        Invoice.id,
        Invoice.customer_id,
        sa.func.coalesce(Customer.name, ""),
        sa.func.coalesce(Customer.phone, ""),
        sa.func.sum(InvoiceLine.quantity, type_=InvoiceLine.quantity.type),
        Invoice.__table__.c.committed_at,
    )
    .join(Invoice, Invoice.id == InvoiceLine.invoice_id)
    .outerjoin(Customer, Customer.id == Invoice.customer_id)
    .where(
        InvoiceLine.item_id == sa.bindparam("item"),
        InvoiceLine.trans_code == TransCode.SALE,
        Invoice.status == InvoiceStatus.WORKING,
        Invoice.committed,
    )
    .group_by(Invoice.id, Invoice.customer_id, Customer.name, Customer.phone, Invoice.committed_at)
    .order_by(Invoice.committed_at, Invoice.id)
)


def for_whom(connection: sa.Connection, item_id: int) -> tuple[SetAsideRow, ...]:
    """List for whom goods of an item are set aside, the longest waiting first."""
    return tuple(SetAsideRow(*row) for row in connection.execute(_FOR_WHOM, {"item": item_id}))
