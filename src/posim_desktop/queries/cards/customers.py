"""Customer cards as they stand. Serves the guide's page on customers."""

from dataclasses import dataclass, fields
from datetime import datetime

import sqlalchemy as sa

from posim_desktop.domain.cards.cards import CustomerFields
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.sales.invoice import InvoiceStatus
from posim_desktop.orm import Backorder, Customer, Invoice
from posim_desktop.queries import filing

_NAMES = tuple(field.name for field in fields(CustomerFields))
_BACKORDERS = sa.select(
    sa.func.count(),
    sa.func.count().filter(Backorder.outstanding > NO_UNITS),
    sa.func.count().filter(Backorder.waiting > NO_UNITS),
).where(Backorder.customer_id == sa.bindparam("customer"))
_LAST_PURCHASE = sa.select(sa.func.max(Invoice.processed_at)).where(
    Invoice.customer_id == sa.bindparam("customer"), Invoice.status == InvoiceStatus.PROCESSED
)


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """A customer in List All."""

    id: int
    code: str
    name: str
    company: str
    phone: str
    email: str
    archived: bool


@dataclass(frozen=True, slots=True)
class CustomerDetails:
    """Everything a Customer card shows.

    Attributes:
        id: The record.
        version: How often the card was changed.
        archived: Whether it is archived.
        fields: What is written on it.
        created_at: When it was made, UTC.
        last_purchase: When the last invoice was posted, UTC; None before the first.
        backorders: All backorders of the customer, closed ones too.
        open_backorders: Those of which something is outstanding.
        ready_pickups: Those of which something waits for pick-up.
    """

    id: int
    version: int
    archived: bool
    fields: CustomerFields
    created_at: datetime
    last_purchase: datetime | None
    backorders: int
    open_backorders: int
    ready_pickups: int


DECK = filing.deck(
    Customer,
    CustomerRow,
    orders=("code", "name", "company"),
    first_order="name",
    condition=filing.by_search_text(Customer.search_text),
)


def details(connection: sa.Connection, customer_id: int) -> CustomerDetails | None:
    """Read a card, or None when there is no such customer."""
    card = filing.card(connection, Customer, customer_id)
    if card is None:
        return None
    chosen = {"customer": customer_id}
    backorders, outstanding, waiting = connection.execute(_BACKORDERS, chosen).one()
    return CustomerDetails(
        id=customer_id,
        version=card["version"],
        archived=card["archived"],
        fields=CustomerFields(**{name: card[name] for name in _NAMES}),
        created_at=card["created_at"],
        last_purchase=connection.scalar(_LAST_PURCHASE, chosen),
        backorders=backorders,
        open_backorders=outstanding,
        ready_pickups=waiting,
    )
