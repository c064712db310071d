"""The stored lines of a working invoice: lock, read, write below the others, add up. Serves the guide's page "Sell"."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from posim_desktop.domain.errors import refuse, require
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.sales import invoice as rules
from posim_desktop.domain.sales.invoice import InvoiceStatus, TransCode
from posim_desktop.orm import Invoice, InvoiceLine
from posim_desktop.orm.base import insert_mappings, table_of

# Built once, on plain tables: each scan at a till comes here.
_invoices = table_of(Invoice)
_lines = table_of(InvoiceLine)
OF_INVOICE = sa.select(_lines).where(_lines.c.invoice_id == sa.bindparam("invoice"))
_LINES = OF_INVOICE.order_by(_lines.c.position)
_TAKEN = sa.select(sa.func.coalesce(sa.func.max(_lines.c.position), 0), sa.func.count()).where(
    _lines.c.invoice_id == sa.bindparam("invoice")
)
_LOCK = (
    sa.select(Invoice)
    .where(Invoice.id == sa.bindparam("invoice"))
    .with_for_update()
    .execution_options(populate_existing=True)
)
_INCLUSIVE = sa.select(_invoices.c.tax_inclusive).where(_invoices.c.id == sa.bindparam("invoice"))
_RESTATE = (
    sa.update(_invoices)
    .where(_invoices.c.id == sa.bindparam("invoice"))
    .values(
        {name: sa.bindparam(f"new_{name}", type_=_invoices.c[name].type) for name in ("subtotal", "tax", "total")}
        | {"version": _invoices.c.version + 1}
    )
)


def lock(session: Session, invoice_id: int) -> Invoice:
    """Lock a working invoice for editing and read it afresh.

    Raises:
        RefusedError: It does not exist, is processed, discarded or committed.
    """
    invoice = session.scalar(_LOCK, {"invoice": invoice_id})
    if invoice is None:
        raise refuse("This invoice does not exist.")
    require(rules.edit_refusal(InvoiceStatus(invoice.status), committed=invoice.committed))
    return invoice


def lines_of(session: Session, invoice_id: int) -> Sequence[sa.Row[Any]]:
    """Read an invoice's lines as they are stored, in their order."""
    return session.connection().execute(_LINES, {"invoice": invoice_id}).all()


def restate(session: Session, invoice_id: int) -> None:
    """Add a working invoice up again."""
    connection = session.connection()
    inclusive = connection.scalar(_INCLUSIVE, {"invoice": invoice_id})
    sums = rules.totals([rule_line(line) for line in lines_of(session, invoice_id)], tax_inclusive=bool(inclusive))
    require(rules.total_refusal(sums))
    stated = {"new_subtotal": sums.subtotal, "new_tax": sums.tax, "new_total": sums.total}
    connection.execute(_RESTATE, stated | {"invoice": invoice_id})


def rule_line(line: sa.Row[Any]) -> rules.Line:
    """Take from a stored line what the rules look at."""
    return rules.Line(
        trans_code=TransCode(line.trans_code),
        quantity=line.quantity,
        unit_price=line.unit_price,
        discount=line.discount,
        tax_code_id=line.tax_code_id,
        rate=line.tax_rate,
        fills_backorder=line.fills_backorder_id is not None,
    )


def insert_line(session: Session, invoice_id: int, values: dict[str, object]) -> None:
    """Write a line below the others; whoever calls has locked the invoice and adds it up afterwards."""
    position, count = session.connection().execute(_TAKEN, {"invoice": invoice_id}).one()
    if count >= rules.MAX_LINES:
        raise refuse(f"An invoice has at most {rules.MAX_LINES} lines. Pay this one and start another.", "item")
    empty = {
        "item_id": None,
        "unit_price": ZERO,
        "discount": ZERO,
        "discount_percent": None,
        "tax_code_id": None,
        "tax_rate": ZERO,
        "extension": ZERO,
        "sell_anyway": False,
        "fills_backorder_id": None,
    }
    row = empty | {"invoice_id": invoice_id, "position": position + 1} | values
    insert_mappings(session.connection(), _lines, [row])
