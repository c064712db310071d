"""A wish of the Want List becomes an invoice line: one key, and its date is kept. Serves the page "Want List"."""

from posim_desktop.domain.backorders import wants as want_rules
from posim_desktop.domain.changes import Change, Done, Record, done
from posim_desktop.domain.errors import Field, refuse, require
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.why import Why
from posim_desktop.services.records import partners, want_rows
from posim_desktop.services.sales import invoices
from posim_desktop.services.sales.invoices import NewLine
from posim_desktop.services.session import Session, Stamp


def put_on_invoice(session: Session, stamp: Stamp, *, want_id: int, trans_code: TransCode) -> Done:
    """Open a working invoice for who wishes, with a line of what is wished for; ``record_id`` is the invoice.

    The wish is granted when the invoice is posted: a backorder that it becomes stands in the queue since the day of the
    wish. A line that is taken off, or an invoice that is discarded, leaves it on the list.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        want_id: The wish.
        trans_code: B promises the goods, S sells them.

    Raises:
        RefusedError: Something came of it already, or it names no item; or as :func:`invoices.add_items`.
    """
    if trans_code not in {TransCode.BACKORDER, TransCode.SALE}:
        raise refuse(Why.NOT_A_TRANS_CODE, Field("trans_code"))
    customer_id = want_rows.customer_of(session, want_id)
    partners.attach(session, customer_id)  # so that nobody merges the card before the want is locked
    want = want_rows.lock(session, want_id)
    require(want_rules.line_refusal(want_rows.state(session, want), want.item_id))
    invoice_id = invoices.start(session, stamp, customer_id=want.customer_id).record_id
    new = NewLine(want.item_id or 0, want.quantity, trans_code, want_id=want_id)
    invoices.add_items(session, stamp, invoice_id=invoice_id, lines=(new,))
    return done(invoice_id, Change(Record.INVOICE, invoice_id), Change(Record.WANT, want_id))
