"""Which receipts can be mailed, and where to. Serves the guide's page "Mail a receipt"."""

from posim_desktop.domain.errors import Refusal
from posim_desktop.domain.mails import address_refusal
from posim_desktop.domain.sales.invoice import InvoiceStatus
from posim_desktop.domain.why import Why


def receipt_refusal(status: InvoiceStatus, recipient: str) -> Refusal | None:
    """Return why the receipt of an invoice cannot be mailed, or None: before it is posted there is none."""
    if status is not InvoiceStatus.PROCESSED:
        return Refusal(Why.RECEIPT_MAILED_ONCE_POSTED)
    return address_refusal(recipient)
