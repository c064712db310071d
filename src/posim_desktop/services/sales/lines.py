"""What the verbs of a working invoice share: lock it, write a line below the others, add it up.

Serves the guide's page "Sell".
"""

from decimal import Decimal

from posim_desktop.domain import text
from posim_desktop.domain.cards import serials as serial_rules
from posim_desktop.domain.errors import Field, refuse, require
from posim_desktop.domain.exemption import Exemption
from posim_desktop.domain.quantity import cut_refusal
from posim_desktop.domain.sales import invoice as invoice_rules
from posim_desktop.domain.sales import sale_discount as sale_discounts
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.why import Why
from posim_desktop.queries.shop import preferences
from posim_desktop.services.records import invoice_lines, invoice_rows, item_cards
from posim_desktop.services.records.invoice_lines import LineContent, StoredLine
from posim_desktop.services.records.invoice_rows import StoredInvoice
from posim_desktop.services.sales import given_back, line_rights
from posim_desktop.services.session import Session, Stamp


def require_seller(stamp: Stamp) -> None:
    """See that somebody is logged in.

    Raises:
        RefusedError: Nobody is.
    """
    if stamp.employee_id is None:
        raise refuse(Why.LOG_IN_FIRST)


def require_item(code: TransCode, *, given: bool) -> None:
    """See that a line has an item, unless it is a comment.

    Raises:
        RefusedError: At ``trans_code``.
    """
    if (code is TransCode.COMMENT) == given:
        raise refuse(Why.COMMENT_HAS_NO_ITEM, Field("trans_code"))


def clean_description(typed: str, code: TransCode) -> str:
    """Bring what a line says into the form that is stored: a comment's words, or the name of goods.

    Raises:
        RefusedError: At ``description``.
    """
    label = text.Label.COMMENT if code is TransCode.COMMENT else text.Label.DESCRIPTION
    return text.clean(typed, field="description", limit=text.NOTE, label=label, blank=False)


def require_discount_reason(session: Session, percent: Decimal) -> None:
    """See that a discount that nobody explains is one that the shop wants no explanation of.

    Raises:
        RefusedError: At ``discount_reason``.
    """
    most = preferences.load(session.connection()).reason_above_percent
    if percent > most:
        raise refuse(Why.DISCOUNT_REASON_MISSING, Field("discount_reason"), most=most)


def require_whole_units(session: Session, line: StoredLine, quantity: Decimal) -> None:
    """See that nobody sells or brings back a part of a unit that has a serial number.

    Raises:
        RefusedError: At ``quantity``.
    """
    if line.item_id is not None and quantity != quantity.to_integral_value():
        serial_rules.require_whole_units(
            item_cards.sold_item(session, line.item_id).serials, line.description, quantity
        )


def require_cut(session: Session, line: StoredLine, quantity: Decimal) -> None:
    """See that the shop cuts off so much of a line's goods.

    Raises:
        RefusedError: At ``quantity``.
    """
    if line.item_id is not None:
        require(cut_refusal(quantity, item_cards.sold_item(session, line.item_id).smallest_cut))


def lock(session: Session, invoice_id: int) -> StoredInvoice:
    """Lock a working invoice for editing and read it again.

    Raises:
        RefusedError: It does not exist, is processed, discarded or committed.
    """
    invoice = invoice_rows.lock(session, invoice_id)
    require(invoice_rules.edit_refusal(invoice.status, committed=invoice.committed))
    return invoice


def restate(session: Session, stamp: Stamp, invoice: StoredInvoice) -> None:
    """Add a locked working invoice up again, with the discount on the sale shared over the lines that it has now.

    Raises:
        RefusedError: It comes to more than an invoice can hold, or more is taken off a line by now than was allowed.
    """
    if invoice.returns_invoice_id is not None:
        given_back.settle(session, invoice)
    if invoice.sale_discount:
        line_rights.require_discounts(session, stamp, invoice, extend(session, invoice))
    elif invoice.is_net:
        extend(session, invoice)
    _add_up(session, invoice)


def extend(session: Session, invoice: StoredInvoice) -> list[StoredLine]:
    """Extend the lines with their shares of the discount on the sale, and without a tax that is not paid."""
    stored = invoice_lines.of_invoice(session, invoice.id)
    shared = sale_discounts.shares(invoice.sale_discount, [line.ruled for line in stored])
    now = []
    for line, share in zip(stored, shared, strict=True):
        extension = invoice_rules.extended(line._replace(sale_discount=share).ruled, net=invoice.is_net)
        if (share, extension) != (line.sale_discount, line.extension):
            invoice_lines.write(session, line.id, sale_discount=share, extension=extension)
        now.append(line._replace(sale_discount=share, extension=extension))
    return now


def tax_as(session: Session, invoice: StoredInvoice, exemption: Exemption) -> None:
    """Let a locked working invoice be taxed, or not, and add it up again; nothing more is taken off its lines by it.

    Raises:
        RefusedError: It comes to more than an invoice can hold.
    """
    if exemption == invoice.exemption:
        return
    invoice_rows.write(session, invoice.id, exempt_number=exemption.number, exempt_reason=exemption.reason)
    taxed = invoice._replace(exempt_number=exemption.number, exempt_reason=exemption.reason)
    if taxed.is_net != invoice.is_net:
        extend(session, taxed)
    _add_up(session, taxed)


def retax(session: Session, invoice: StoredInvoice) -> None:
    """Add a locked working invoice up when taxes of its lines changed; nothing more is taken off its lines by it.

    Raises:
        RefusedError: It comes to more than an invoice can hold.
    """
    if invoice.is_net:
        extend(session, invoice)
    _add_up(session, invoice)


def _add_up(session: Session, invoice: StoredInvoice) -> None:
    sums = invoice.totals(invoice_lines.ruled(session, invoice.id))
    require(invoice_rules.total_refusal(sums))
    invoice_rows.state(session, invoice.id, sums)


def append_line(session: Session, invoice_id: int, line: LineContent) -> None:
    """Write a line below the others; whoever calls has locked the invoice and adds it up afterwards.

    Raises:
        RefusedError: The invoice is full.
    """
    position, count = invoice_lines.last_position(session, invoice_id)
    require(invoice_rules.room_refusal(count + 1))
    invoice_lines.insert(session, invoice_id, position + 1, line)
