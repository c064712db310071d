"""Money that is handed over before an invoice is posted, and money that is given back. Serves "Pay and post"."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.changes import Change, Done, Record, done
from posim_desktop.domain.errors import require
from posim_desktop.domain.money import of_cents
from posim_desktop.domain.sales import invoice as invoice_rules
from posim_desktop.domain.sales import tenders as tender_rules
from posim_desktop.domain.sales.card_requests import open_refusal
from posim_desktop.domain.sales.tenders import Tender
from posim_desktop.queries.sales import tender_types
from posim_desktop.queries.shop import preferences
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.records import card_request_rows, invoice_rows, tender_rows
from posim_desktop.services.records.invoice_lines import StoredLine
from posim_desktop.services.records.invoice_rows import StoredInvoice
from posim_desktop.services.records.tender_rows import StoredTender
from posim_desktop.services.sales import held_money, picking, refund_rights
from posim_desktop.services.sales.lines import require_seller
from posim_desktop.services.session import Session, Stamp


def take(session: Session, stamp: Stamp, *, invoice_id: int, tender: Tender) -> Done:
    """Write down what is handed over for a working invoice, committed or not; it stays until it is posted.

    None of it is change yet: what goes back is worked out when the invoice is posted.

    Raises:
        RefusedError: The invoice cannot be posted, is settled already or would never be settled by this tender; the
            shop takes it no longer, or, at ``reference``, asks what finds it again; or, at ``pay_out``, more goes out
            than the role may pay, or, at ``refund``, by another way than the sale was paid.
    """
    found = takeable(session, stamp, invoice_id, tender)
    paid = [*(each.ruled for each in found.standing), found.tender]
    rounding = tender_rules.rounding_of(found.total, paid, found.coin)
    refund_rights.require_pay_out(session, stamp, found.invoice, found.lines, found.total, paid, rounding)
    tender_rows.insert(session, stamp, invoice_id, found.standing, [found.tender])
    return done(invoice_id, Change(Record.INVOICE, invoice_id))


class Takeable(NamedTuple):
    """A tender that may be taken for a locked invoice, and what stands on that already."""

    tender: Tender
    standing: Sequence[StoredTender]
    lines: Sequence[StoredLine]
    total: Decimal
    invoice: StoredInvoice
    coin: Decimal


def takeable(session: Session, stamp: Stamp, invoice_id: int, tender: Tender, *, is_asked: bool = False) -> Takeable:
    """Lock a working invoice and see that a tender may be taken for it.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        invoice_id: The invoice.
        tender: The tender.
        is_asked: Whether a terminal says later by what it is found again.

    Raises:
        RefusedError: As :func:`take`, but for what a role may pay out.
    """
    require_seller(stamp)
    invoice = invoice_rows.lock_with_sale(session, invoice_id)
    lines = picking.lines_of(session, invoice_id)
    rule_lines = [line.ruled for line in lines]
    has_customer = invoice.customer_id is not None
    require(invoice_rules.post_refusal(invoice.status, committed=False, lines=rule_lines, has_customer=has_customer))
    require(open_refusal(card_request_rows.open_state(session, invoice_id)))
    standing = tender_rows.of_invoice(session, invoice_id)
    tender = tender_rules.named(tender, tender_types.in_use(session.connection()))
    tender = tender if is_asked else tender_rules.clean_reference(tender)
    sums = invoice.totals(rule_lines)
    coin = of_cents(preferences.load(session.connection()).cash_rounding)
    require(tender_rules.next_tender_refusal(sums.total, [each.ruled for each in standing], tender, coin))
    handed_over = [*(each.ruled for each in standing), tender]
    require(held_money.use_refusal(handed_over, sums.goods, has_customer=has_customer))
    held_money.require_usable(session, invoice, lines, handed_over)
    return Takeable(tender, standing, lines, sums.total, invoice, coin)


def give_back(session: Session, stamp: Stamp, *, invoice_id: int, tender_id: int) -> Done:
    """Give a tender of a working invoice back; the audit says who did.

    Raises:
        RefusedError: The invoice is no longer open, or the tender was given back already.
    """
    require_seller(stamp)
    invoice = invoice_rows.lock(session, invoice_id)
    require(invoice_rules.edit_refusal(invoice.status, committed=False))
    tender = tender_rows.find(tender_rows.of_invoice(session, invoice_id), tender_id)
    tender_rows.give_back(session, stamp, invoice_id, tender)
    before = {"tender": tender.told, "amount": tender.amount}
    if tender.reference:
        before["reference"] = tender.reference
    append(session, stamp, [AuditEntry(AuditAction.GIVE_BACK_TENDER, Record.INVOICE, invoice_id, before=before)])
    return done(invoice_id, Change(Record.INVOICE, invoice_id))
