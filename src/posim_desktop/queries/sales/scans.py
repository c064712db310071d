"""What a scanned code stands for, away from the till. Serves the guide's page "Find a card"."""

import sqlalchemy as sa

from posim_desktop.domain.changes import Record
from posim_desktop.domain.folding import readable
from posim_desktop.domain.sales.invoice import InvoiceStatus
from posim_desktop.domain.sales.scan_codes import invoice_of
from posim_desktop.orm import Barcode, Invoice, Item

_INVOICE = sa.select(Invoice.id).where(Invoice.id == sa.bindparam("invoice"), Invoice.status != InvoiceStatus.DISCARDED)
_OF_BARCODE = sa.select(Barcode.item_id).where(Barcode.barcode == sa.bindparam("barcode"))
_ITEM = sa.select(Item.id).where(sa.or_(Item.code == sa.bindparam("code"), Item.id.in_(_OF_BARCODE))).limit(1)


def find(connection: sa.Connection, scanned: str) -> tuple[Record, int] | None:
    """Find the invoice of a slip or receipt, or the item of a barcode or item id in full; None for neither."""
    code = readable(scanned).strip()
    invoice = invoice_of(code)
    if invoice is not None:
        found = connection.scalar(_INVOICE, {"invoice": invoice})
        return None if found is None else (Record.INVOICE, found)
    found = connection.scalar(_ITEM, {"code": code.upper(), "barcode": code})
    return None if found is None else (Record.ITEM, found)
