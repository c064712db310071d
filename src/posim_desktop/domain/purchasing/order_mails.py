"""Which orders can be mailed, and where to. Serves the guide's page "Mail an order"."""

from posim_desktop.domain.errors import Refusal
from posim_desktop.domain.mails import address_refusal
from posim_desktop.domain.purchasing.orders import OrderStatus
from posim_desktop.domain.why import Why


def order_refusal(status: OrderStatus, recipient: str) -> Refusal | None:
    """Return why an order cannot be mailed, or None: only what is posted goes to a vendor."""
    if status not in {OrderStatus.PROCESSED, OrderStatus.CLOSED}:
        return Refusal(Why.MAILED_ONCE_POSTED)
    return address_refusal(recipient)
