"""The same goods once more: a working invoice after a processed one. Serves the guide's page "Returns"."""

from posim_desktop.domain.changes import Change, Done, Record, done
from posim_desktop.domain.errors import Field, refuse
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.why import Why
from posim_desktop.queries.sales import returns
from posim_desktop.services.records import invoice_lines, partners
from posim_desktop.services.sales import invoices
from posim_desktop.services.sales.invoices import NewLine
from posim_desktop.services.session import Session, Stamp

_AGAIN = (TransCode.SALE, TransCode.BACKORDER)


def duplicate(session: Session, stamp: Stamp, *, invoice_id: int) -> Done:
    """Open a working invoice with what a processed one sold and promised, for its customer.

    Prices and taxes are those of today. What came back is not on it, and nobody is warned about the stock yet.

    Raises:
        RefusedError: It is not processed, sold and promised nothing, or one of its items is archived.
    """
    sale = returns.sale(session.connection(), invoice_id)
    if sale is None:
        raise refuse(Why.DUPLICATE_OF_NO_SALE)
    again = tuple(
        NewLine(line.item_id, line.quantity, line.trans_code, is_apart=True)
        for line in invoice_lines.of_invoice(session, invoice_id)
        if line.trans_code in _AGAIN and line.item_id is not None
    )
    if not again:
        raise refuse(Why.NOTHING_TO_POST, Field("item"))
    customer_id = sale.customer_id
    if customer_id is not None and partners.customer(session, customer_id).archived:
        customer_id = None  # who left is not sold to again unseen
    new = invoices.start(session, stamp, customer_id=customer_id).record_id
    invoices.add_items(session, stamp, invoice_id=new, lines=again)
    return done(new, Change(Record.INVOICE, new))
