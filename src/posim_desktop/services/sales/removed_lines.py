"""Undoing the removal of a line. Serves the guide's page "Sell"."""

from dataclasses import dataclass
from decimal import Decimal

from posim_desktop.domain import text
from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.cards import stock as stock_rules
from posim_desktop.domain.changes import Change, Done, Record, done
from posim_desktop.domain.errors import require
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.sales import invoice as invoice_rules
from posim_desktop.domain.sales import line_needs
from posim_desktop.domain.sales import returns as return_rules
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.tax import UNTAXED
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.records import invoice_lines, item_cards
from posim_desktop.services.records.invoice_lines import LineContent
from posim_desktop.services.records.invoice_rows import StoredInvoice
from posim_desktop.services.sales import line_rights, lines, returns, serials
from posim_desktop.services.sales.repricing import Priced, discounted
from posim_desktop.services.sales.returns import GoodsBack
from posim_desktop.services.session import Session, Stamp


@dataclass(frozen=True, slots=True)
class RemovedLine:
    """A line as it was when it was taken off; money in the store's currency."""

    trans_code: TransCode
    item_id: int | None
    description: str
    quantity: Decimal
    unit_price: Decimal
    discount: Decimal
    discount_percent: Decimal | None
    sell_anyway: bool
    discount_reason: str = ""
    serials: tuple[str, ...] = ()
    return_reason: str = ""
    damaged: bool = False
    returns_line_id: int | None = None
    one_piece: bool = False


def put_back(session: Session, stamp: Stamp, *, invoice_id: int, line: RemovedLine) -> Done:
    """Put a line that was just taken off back on its invoice, as the last one; the audit remembers it.

    Raises:
        RefusedError: Not a working invoice, or the line breaks a rule.
    """
    invoice = lines.lock(session, invoice_id)
    if line.returns_line_id is not None:
        return _come_back(session, stamp, invoice, line, line.returns_line_id)
    card = None if line.item_id is None else item_cards.sold_item(session, line.item_id)
    lines.require_item(line.trans_code, given=line.item_id is not None)
    if card is not None and line.trans_code is TransCode.BACKORDER:
        require(stock_rules.backorder_refusal(card.code, stocked=card.stocked))
    extension = invoice_rules.extension(line.trans_code, line.quantity, line.unit_price, line.discount)
    reason = text.clean(line.discount_reason, field="discount_reason", limit=text.REASON, label=text.Label.REASON)
    content = LineContent(
        line.trans_code,
        lines.clean_description(line.description, line.trans_code),
        line.quantity,
        line.item_id,
        line.unit_price,
        ZERO if card is None else card.price,
        line.discount,
        line.discount_percent,
        reason,
        None if card is None else card.tax_code_id,
        UNTAXED if card is None else card.taxes,
        extension,
        line.sell_anyway,
        card is None or card.stocked,
        return_reason=return_rules.clean_reason(line.return_reason) if line.trans_code is TransCode.RETURN else "",
        damaged=line.damaged and line.trans_code is TransCode.RETURN,
        unit="" if card is None else card.unit,
        one_piece=line.one_piece and line.trans_code in (TransCode.SALE, TransCode.BACKORDER),
    )
    require(invoice_rules.line_refusal(content.ruled))
    require(return_rules.price_refusal(content.ruled, content.list_price))
    if line.discount > 0 and not reason:
        lines.require_discount_reason(session, line_needs.discount_percent(content.ruled, line.discount_percent))
    lines.append_line(session, invoice_id, content)
    *others, written = invoice_lines.of_invoice(session, invoice_id)
    line_rights.require(session, stamp, invoice, written, others)
    if line.item_id is not None and line.serials:
        serials.add_scanned(session, invoice_id, line.item_id, line.serials)
    lines.restate(session, stamp, invoice)
    priced = Priced(line.unit_price, line.discount, line.discount_percent)
    back = {
        "item_id": line.item_id,
        "quantity": line.quantity,
        "unit_price": line.unit_price,
        **discounted(priced),
        "extension": extension,
    }
    append(
        session, stamp, [AuditEntry(AuditAction.PUT_BACK_LINE, Record.INVOICE, invoice_id, after=back, reason=reason)]
    )
    return done(invoice_id, Change(Record.INVOICE, invoice_id))


def _come_back(session: Session, stamp: Stamp, invoice: StoredInvoice, line: RemovedLine, sold_line_id: int) -> Done:
    """Put back a line that gives back what a sale charged; how much that is, is worked out anew."""
    sale_id = invoice_lines.invoice_of(session, sold_line_id)
    goods = GoodsBack(sold_line_id, line.quantity, line.return_reason, line.damaged)
    done_with = returns.take_back(session, stamp, sale_id=sale_id, goods=(goods,), invoice_id=invoice.id)
    back = {"item_id": line.item_id, "quantity": line.quantity, "unit_price": line.unit_price, "sale": sale_id}
    append(session, stamp, [AuditEntry(AuditAction.PUT_BACK_LINE, Record.INVOICE, invoice.id, after=back)])
    return done_with
