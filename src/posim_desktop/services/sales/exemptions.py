"""Overriding whether an invoice is taxed. Serves the guide's page on customers."""

from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.changes import Change, Done, Record, done
from posim_desktop.domain.exemption import TAXED, Exemption, clean_exemption
from posim_desktop.domain.permits import Permission
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.people.permissions import require_permission
from posim_desktop.services.records import partners
from posim_desktop.services.sales import lines
from posim_desktop.services.session import Session, Stamp


def tell(session: Session, stamp: Stamp, *, invoice_id: int, exemption: Exemption) -> Done:
    """Exempt an invoice from tax under a number, or tax it, whatever the customer's card says.

    Anybody may go back to what the card says.

    Raises:
        RefusedError: Names ``exempt_number`` or ``exempt_reason``, or the permission that is missing.
    """
    invoice = lines.lock(session, invoice_id)
    told = clean_exemption(exemption)
    of_card = TAXED if invoice.customer_id is None else partners.customer(session, invoice.customer_id).exemption
    if told != of_card:
        require_permission(session, stamp, Permission.CHANGE_TAX)
    if bool(told) != bool(invoice.exemption) or told != of_card:
        before, after = {"exempt": bool(invoice.exemption)}, {"exempt": bool(told)}
        entry = AuditEntry(AuditAction.CHANGE_TAX, Record.INVOICE, invoice_id, before, after, told.reason)
        append(session, stamp, [entry])
    lines.tax_as(session, invoice, told)
    return done(invoice_id, Change(Record.INVOICE, invoice_id))
