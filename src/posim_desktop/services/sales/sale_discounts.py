"""Giving a discount on a whole sale. Serves the guide's page "Sell"."""

from posim_desktop.domain import text
from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.changes import Change, Done, Record, done
from posim_desktop.domain.errors import require
from posim_desktop.domain.sales import picking as picking_rules
from posim_desktop.domain.sales import sale_discount as rules
from posim_desktop.domain.sales.sale_discount import SaleDiscount
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.records import invoice_lines, invoice_rows, picked_rows
from posim_desktop.services.sales import lines
from posim_desktop.services.session import Session, Stamp


def give(session: Session, stamp: Stamp, *, invoice_id: int, discount: SaleDiscount, reason: str = "") -> Done:
    """Take an amount or a percentage off a whole sale in place of its earlier discount; with neither, it has none.

    The lines share it to the cent, also those that are put on the invoice later.

    Raises:
        RefusedError: Names ``discount`` or ``discount_reason``; or a line needs what the role does not hold.
    """
    invoice = lines.lock(session, invoice_id)
    if discount:
        require(picking_rules.discount_refusal(names=bool(picked_rows.of_invoice(session, invoice_id))))
    ruled = invoice_lines.ruled(session, invoice_id)
    require(rules.sale_discount_refusal(discount, ruled))
    words = text.clean(reason, field="discount_reason", limit=text.REASON, label=text.Label.REASON)
    percent = rules.percent_off(discount, ruled)
    if percent > rules.percent_off(invoice.sale_discount, ruled) and not words:
        lines.require_discount_reason(session, percent)
    given = discount if discount.percent is None else SaleDiscount(percent=discount.percent or None)
    words = words if given else ""
    invoice_rows.write(
        session, invoice_id, discount=given.amount, discount_percent=given.percent, discount_reason=words
    )
    changed = invoice._replace(discount=given.amount, discount_percent=given.percent)
    if not given:
        lines.extend(session, changed)  # takes it off the lines again
    lines.restate(session, stamp, changed)
    before, after = _told(invoice.sale_discount), _told(given)
    if before != after:
        append(
            session,
            stamp,
            [AuditEntry(AuditAction.CHANGE_DISCOUNT, Record.INVOICE, invoice_id, before, after, words)],
        )
    return done(invoice_id, Change(Record.INVOICE, invoice_id))


def _told(discount: SaleDiscount) -> dict[str, object]:
    """Write a discount down as it was given."""
    return {"sale_percent": discount.percent} if discount.percent else {"sale_discount": discount.amount}
