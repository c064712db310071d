"""Goods of a sale come back: the working invoice that takes them back. Serves the guide's page "Returns"."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from posim_desktop.domain.changes import Change, Done, Record, done
from posim_desktop.domain.errors import Field, refuse, require
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.quantity import quantity_refusal
from posim_desktop.domain.sales import returns as return_rules
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.why import Why
from posim_desktop.queries import serials as serial_queries
from posim_desktop.queries.sales import returns as return_queries
from posim_desktop.queries.sales.returns import ProcessedSale
from posim_desktop.services.records import invoice_lines, invoice_rows, item_cards
from posim_desktop.services.records.invoice_lines import LineContent, StoredLine
from posim_desktop.services.records.invoice_rows import StoredInvoice
from posim_desktop.services.sales import line_rights, lines, serials
from posim_desktop.services.session import Session, Stamp


@dataclass(frozen=True, slots=True)
class GoodsBack:
    """Goods of a sold line that come back.

    Attributes:
        line_id: The sold line.
        quantity: How many.
        reason: Why.
        damaged: They do not go back to the shelf.
    """

    line_id: int
    quantity: Decimal
    reason: str
    damaged: bool = False


def take_back(
    session: Session, stamp: Stamp, *, sale_id: int, goods: tuple[GoodsBack, ...], invoice_id: int | None = None
) -> Done:
    """Put goods of a processed invoice that come back on a working invoice, opening one for its customer.

    They give back what was paid. Nothing comes back before that invoice is posted.

    Raises:
        RefusedError: At ``quantity`` or ``return_reason``: more than was sold, or nobody says why; the working invoice
            takes back goods of another sale, or its prices are of another kind; or the role may not.
    """
    lines.require_seller(stamp)
    invoice = None if invoice_id is None else lines.lock(session, invoice_id)
    sale = return_queries.sale(session.connection(), sale_id)
    if sale is None:
        raise refuse(Why.RETURN_OF_NO_SALE)
    coming = [each for each in goods if each.quantity != 0]
    if not coming:
        raise refuse(Why.NOTHING_TO_RETURN, Field("quantity"))
    invoice = _open(session, stamp, sale) if invoice is None else _fitting(invoice, sale)
    invoice_rows.write(session, invoice.id, returns_invoice_id=sale_id)
    invoice = invoice._replace(returns_invoice_id=sale_id)
    exempt = bool(sale.exemption)
    sold = {line.id: line for line in invoice_lines.of_invoice(session, sale_id) if line.trans_code is TransCode.SALE}
    for each in coming:
        if each.line_id not in sold:
            raise refuse(Why.RETURN_OF_NO_SALE)
        _append(session, invoice.id, sold[each.line_id], each, exempt=exempt)
    lines.restate(session, stamp, invoice)
    *others, _last = written = invoice_lines.of_invoice(session, invoice.id)
    for line in written[-len(coming) :]:
        line_rights.require(session, stamp, invoice, line, others)
    _take_numbers_over(session, invoice, written[-len(coming) :])
    return done(invoice.id, Change(Record.INVOICE, invoice.id))


def _open(session: Session, stamp: Stamp, sale: ProcessedSale) -> StoredInvoice:
    """Open an invoice for who bought the goods, priced as the sale was."""
    return invoice_rows.open_one(session, stamp, sale.customer_id, sale.exemption, tax_inclusive=sale.tax_inclusive)


def _fitting(invoice: StoredInvoice, sale: ProcessedSale) -> StoredInvoice:
    if invoice.returns_invoice_id not in {None, sale.id}:
        raise refuse(Why.RETURN_OF_ANOTHER_SALE)
    if invoice.tax_inclusive != sale.tax_inclusive:
        raise refuse(Why.RETURN_PRICED_OTHERWISE)
    return invoice


def _append(session: Session, invoice_id: int, sold: StoredLine, goods: GoodsBack, *, exempt: bool) -> None:
    require(quantity_refusal(goods.quantity))
    reason = return_rules.clean_reason(goods.reason)
    require(return_rules.reason_refusal(reason))
    lines.require_whole_units(session, sold, goods.quantity)
    stocked = sold.item_id is not None and item_cards.sold_item(session, sold.item_id).stocked
    untaxed = exempt or sold.tax_code_id is None
    content = LineContent(
        TransCode.RETURN,
        sold.description,
        goods.quantity,
        sold.item_id,
        sold.unit_price,
        sold.unit_price,
        tax_code_id=None if untaxed else sold.tax_code_id,
        taxes=() if untaxed else sold.taxes,
        extension=ZERO,  # worked out with the others
        stocked=stocked,
        returns_line_id=sold.id,
        given_before=ZERO,
        return_reason=reason,
        damaged=goods.damaged,
        unit=sold.unit,
    )
    lines.append_line(session, invoice_id, content)


def _take_numbers_over(session: Session, invoice: StoredInvoice, written: Sequence[StoredLine]) -> None:
    """Take over the serial numbers of a sold line that comes back as a whole; of a part the person says which."""
    numbers = serial_queries.of_lines(
        session.connection(), serial_queries.ON_INVOICES, {"invoices": [invoice.returns_invoice_id]}
    )
    for line in written:
        units = numbers.get(line.returns_line_id or 0, ())
        if units and len(units) == line.quantity:
            serials.bring_back(session, invoice.id, line, units)
