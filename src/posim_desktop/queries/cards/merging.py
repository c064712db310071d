"""The two cards of a merge side by side, and what moves. Serves the guide's page on customers."""

from dataclasses import dataclass

import sqlalchemy as sa

from posim_desktop.domain.sales.invoice import InvoiceStatus
from posim_desktop.orm import Invoice
from posim_desktop.queries.cards import customers
from posim_desktop.queries.cards.customers import CustomerDetails
from posim_desktop.queries.cards.look_alikes import look_alikes
from posim_desktop.queries.sales.till import CustomerMatch, find_customers


@dataclass(frozen=True, slots=True)
class MergeSide:
    """One of the two cards, and how many working invoices name it."""

    card: CustomerDetails
    working_invoices: int


_WORKING = sa.select(sa.func.count()).where(
    Invoice.customer_id == sa.bindparam("customer"), Invoice.status == str(InvoiceStatus.WORKING)
)


def side(connection: sa.Connection, customer_id: int) -> MergeSide | None:
    """Read a card, or None when there is no such customer."""
    card = customers.details(connection, customer_id)
    return None if card is None else MergeSide(card, connection.scalar(_WORKING, {"customer": customer_id}) or 0)


def candidates(connection: sa.Connection, card: CustomerDetails, typed: str, limit: int) -> tuple[CustomerMatch, ...]:
    """Find the cards that one can be merged with: those that fit what is typed, else those that look alike."""
    if typed.strip():
        found = find_customers(connection, typed, limit + 1)
    else:
        alike = look_alikes(connection, card.fields)
        found = tuple(CustomerMatch(each.id, each.fields.code, each.fields.name, each.fields.phone) for each in alike)
    return tuple(match for match in found if match.id != card.id)[:limit]
