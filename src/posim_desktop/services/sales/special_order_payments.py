"""The invoice that holds what is paid for a special order until it is posted. Serves the guide's "Special orders".

Most deposits are handed over with the posting and need none. A card terminal is asked for an invoice that is stored,
and what it took has to stand somewhere whatever happens next. So the deposit is a line of a working invoice first, as
the customer's credit; the posting makes it the invoice of the order, and writes the promises in its place.
"""

from decimal import Decimal

from posim_desktop.domain.changes import Change, Done, Record, done
from posim_desktop.domain.errors import Field, refuse, require
from posim_desktop.domain.sales import special_orders as rules
from posim_desktop.domain.sales.invoice import InvoiceStatus, Origin, TransCode
from posim_desktop.domain.sales.tenders import Tender
from posim_desktop.domain.why import Why
from posim_desktop.queries.shop import preferences
from posim_desktop.services.records import invoice_lines, invoice_rows, partners, special_order_rows
from posim_desktop.services.records.invoice_rows import StoredInvoice
from posim_desktop.services.records.special_order_rows import StoredSpecialOrder
from posim_desktop.services.sales import deposits, tenders
from posim_desktop.services.sales.lines import require_seller
from posim_desktop.services.session import Session, Stamp


def begin(
    session: Session, stamp: Stamp, *, special_order_id: int, deposit: Decimal, note: str, paid: tuple[Tender, ...] = ()
) -> Done:
    """Open the invoice that holds a deposit until its order is posted; ``record_id`` is its id.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        special_order_id: An order that could be posted.
        deposit: What the person was told that it asks.
        note: By what the invoice is known if the program ends before the posting.
        paid: What was handed over so far.

    Raises:
        RefusedError: As :func:`posim_desktop.services.sales.special_order_posting.post` before it looks at the money,
            or a tender is not taken.
    """
    require_seller(stamp)
    order = special_order_rows.lock(session, special_order_id)
    lines = [line.ruled for line in special_order_rows.lines_of(session, order.id)]
    require(rules.post_refusal(order.status, has_customer=order.customer_id is not None, lines=lines))
    invoice = open_invoice(session, stamp, order, Origin.SALE)
    invoice_rows.write_note(session, invoice, note)
    deposits.add(session, stamp, invoice_id=invoice.id, amount=deposit)
    for tender in paid:
        tenders.take(session, stamp, invoice_id=invoice.id, tender=tender)
    return done(invoice.id, Change(Record.INVOICE, invoice.id))


def open_invoice(session: Session, stamp: Stamp, order: StoredSpecialOrder, origin: Origin) -> StoredInvoice:
    """Open an empty invoice for the customer of a locked order, taxed as they are, and lock it."""
    customer = partners.customer(session, order.customer_id or 0)
    inclusive = preferences.load(session.connection()).tax_inclusive
    opened = invoice_rows.open_one(
        session, stamp, order.customer_id, customer.exemption, tax_inclusive=inclusive, origin=origin
    )
    return invoice_rows.lock(session, opened.id)


def take_over(session: Session, order: StoredSpecialOrder, invoice_id: int) -> StoredInvoice:
    """Make the invoice that holds a deposit the one of its locked order: empty, with what was paid standing on it.

    Raises:
        RefusedError: At ``invoice``: somebody recalled it at a till meanwhile and made something else of it.
    """
    invoice = invoice_rows.lock(session, invoice_id)
    lines = invoice_lines.of_invoice(session, invoice_id)
    holds_only_deposit = [(line.trans_code, line.deposit_backorder_id) for line in lines] == [(TransCode.DEPOSIT, None)]
    is_open = invoice.status is InvoiceStatus.WORKING and invoice.customer_id == order.customer_id
    if not (is_open and holds_only_deposit):
        raise refuse(Why.DEPOSIT_INVOICE_CHANGED, Field("invoice"))
    invoice_lines.delete(session, lines[0].id)
    exemption = partners.customer(session, order.customer_id or 0).exemption
    invoice_rows.write(
        session,
        invoice_id,
        origin=Origin.SPECIAL_ORDER,
        exempt_number=exemption.number,
        exempt_reason=exemption.reason,
    )
    invoice_rows.write_note(session, invoice, "")
    return invoice_rows.lock(session, invoice_id)
