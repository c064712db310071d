"""Customers with more than one card: whose documents are whose. Serves the guide's page on customers.

A processed invoice names the card of its day for ever; it is found through the card that is used now, too.
"""

import sqlalchemy as sa

from posim_desktop.orm import Customer
from posim_desktop.orm.base import table_of
from posim_desktop.queries import search

_customers = table_of(Customer)


def cards_of(customer_id: int | sa.BindParameter[int]) -> sa.CompoundSelect[tuple[int]]:
    """Select a customer's card and those that were merged into it."""
    return sa.union_all(
        sa.select(_customers.c.id).where(_customers.c.id == customer_id),
        sa.select(_customers.c.id).where(_customers.c.merged_into == customer_id),
    )


def cards_with(dialect: str, word: str) -> sa.CompoundSelect[tuple[int]]:
    """Select the cards that hold a word, and those that were merged into one of them."""
    found = search.ids_with(dialect, Customer.search_text, word)
    return sa.union_all(found, sa.select(_customers.c.id).where(_customers.c.merged_into.in_(found)))


def used_cards_with(dialect: str, word: str) -> sa.CompoundSelect[tuple[int]]:
    """Select the cards that hold a word, and those that are used instead of one that does."""
    found = search.ids_with(dialect, Customer.search_text, word)
    merged = sa.select(_customers.c.merged_into).where(
        _customers.c.merged_into.is_not(None), _customers.c.id.in_(found)
    )
    return sa.union_all(found, merged)
