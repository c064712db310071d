"""What every invoice gets when it is posted: the customer as printed that day, and its event in the audit."""

from collections.abc import Iterable, Sequence

from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.changes import Record
from posim_desktop.domain.sales.invoice import Totals
from posim_desktop.services.audit import AuditEntry
from posim_desktop.services.records.partners import StoredCustomer


def bill_to(customer: StoredCustomer | None) -> str:
    """Write who an invoice is for as it is printed."""
    printed = (customer.name, customer.company, customer.address) if customer else ()
    return "\n".join(part for part in printed if part)


def posted(
    invoice_id: int, number: int, sums: Totals, made: Sequence[int], picked_from: Iterable[int] = ()
) -> AuditEntry:
    """Account for a posting; ``made`` are the numbers of its new backorders, ``picked_from`` whose lines it took."""
    after: dict[str, object] = {"number": number, "total": sums.total, "backorders": list(made)}
    if sums.deposits:
        after["deposits"] = sums.deposits
    if held := sorted(picked_from):
        after["picked_from"] = held
    return AuditEntry(AuditAction.POST_INVOICE, Record.INVOICE, invoice_id, after=after)
