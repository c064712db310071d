"""Selling a line under another tax code than its item's. Serves the guide's page "Taxes"."""

from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.changes import Change, Done, Record, done
from posim_desktop.domain.errors import Field, refuse, require
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.sales.returns import kept_refusal
from posim_desktop.domain.why import Why
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.people.permissions import require_permission
from posim_desktop.services.records import invoice_lines, item_cards
from posim_desktop.services.sales import lines
from posim_desktop.services.session import Session, Stamp


def change(session: Session, stamp: Stamp, *, line_id: int, tax_code_id: int | None) -> Done:
    """Let a line fall under another tax code, or none, with the taxes that the code has today.

    Anybody may go back to the code on the item's card.

    Raises:
        RefusedError: At ``tax_code_id``: it is a comment, or there is no such code; or the permission is missing.
    """
    invoice = lines.lock(session, invoice_lines.invoice_of(session, line_id))
    line = invoice_lines.find(invoice_lines.of_invoice(session, invoice.id), line_id)
    if line.item_id is None:
        raise refuse(Why.COMMENT_HAS_NO_FIGURES, Field("tax_code_id"))
    require(kept_refusal(of_a_sale=line.returns_line_id is not None, field="tax_code_id"))
    card = item_cards.sold_item(session, line.item_id)
    if tax_code_id == card.tax_code_id:
        taxes = card.taxes
    else:
        taxes = item_cards.taxes_of(session, tax_code_id)
        require_permission(session, stamp, Permission.CHANGE_TAX)
    if (tax_code_id, taxes) == (line.tax_code_id, line.taxes):
        return done(invoice.id)
    invoice_lines.write(session, line_id, tax_code_id=tax_code_id, taxes=taxes)
    lines.retax(session, invoice)
    before = {"line": line_id, "item_id": line.item_id, "tax_code_id": line.tax_code_id}
    entry = AuditEntry(AuditAction.CHANGE_TAX, Record.INVOICE, invoice.id, before, {"tax_code_id": tax_code_id})
    append(session, stamp, [entry])
    return done(invoice.id, Change(Record.INVOICE, invoice.id))
