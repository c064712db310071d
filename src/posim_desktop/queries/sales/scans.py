"""What a scanned code stands for, away from the till. Serves the guide's page "Find a card"."""

import sqlalchemy as sa

from posim_desktop.domain.changes import Record
from posim_desktop.domain.sales.invoice import InvoiceStatus
from posim_desktop.domain.sales.scan_codes import invoice_of
from posim_desktop.orm import Invoice
from posim_desktop.queries.sales import till

_INVOICE = sa.select(Invoice.id).where(Invoice.id == sa.bindparam("invoice"), Invoice.status != InvoiceStatus.DISCARDED)


def find(connection: sa.Connection, scanned: str) -> tuple[Record, int] | None:
    """Find the invoice of a slip or receipt, or the item of a code in full; None for neither, or for several items."""
    invoice = invoice_of(scanned)
    if invoice is not None:
        found = connection.scalar(_INVOICE, {"invoice": invoice})
        return None if found is None else (Record.INVOICE, found)
    item = till.item_of_code(connection, scanned)
    return None if item is None else (Record.ITEM, item.id)
