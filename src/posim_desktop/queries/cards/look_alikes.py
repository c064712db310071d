"""Customers on file whom a new one looks like. Serves the guide's page on customers."""

from collections.abc import Iterator
from dataclasses import dataclass, fields

import sqlalchemy as sa

from posim_desktop.domain import folding
from posim_desktop.domain.cards.cards import CustomerFields
from posim_desktop.domain.cards.look_alikes import LEAST_DIGITS, Alike, alike, phone_key
from posim_desktop.orm import Customer
from posim_desktop.queries import search

_MOST = 20
_AT_ONCE = 1000
_MOST_LOOKED_AT = 500
_NAMES = tuple(field.name for field in fields(CustomerFields))
_CARD = tuple(Customer.__table__.c[name] for name in _NAMES)


@dataclass(frozen=True, slots=True)
class LookAlike:
    """A customer on file, and what a new one has in common with them."""

    id: int
    fields: CustomerFields
    alike: tuple[Alike, ...]


def look_alikes(connection: sa.Connection, new: CustomerFields) -> tuple[LookAlike, ...]:
    """Find who is on file with the same name, phone number or email address; who has most in common comes first."""
    likely = list(_likely(connection.dialect.name, new))
    if not likely:
        return ()
    chosen = (
        sa.select(Customer.id, *_CARD)
        .where(~Customer.archived, sa.or_(*likely))
        .order_by(Customer.name, Customer.id)
        .limit(_MOST_LOOKED_AT)
    )
    found = []
    for customer_id, *card in connection.execute(chosen):
        on_file = CustomerFields(*card)
        common = alike(new, on_file)
        if common:
            found.append(LookAlike(customer_id, on_file, common))
    return tuple(sorted(found, key=lambda each: -len(each.alike))[:_MOST])


def everybody(connection: sa.Connection) -> Iterator[CustomerFields]:
    """Read all customers who are not archived, to compare many new ones with at once."""
    on_file = sa.select(*_CARD).where(~Customer.archived).order_by(Customer.id)
    for card in connection.execute(on_file.execution_options(yield_per=_AT_ONCE)):
        yield CustomerFields(*card)


def _likely(dialect: str, new: CustomerFields) -> Iterator[sa.ColumnElement[bool]]:
    """Narrow the customers to those who may be alike, by what the index knows."""

    def holds(word: str) -> sa.ColumnElement[bool]:
        return Customer.id.in_(search.ids_with(dialect, Customer.search_text, word))

    for name in (new.name, new.company):
        words = [word for part in folding.words(name) for word in folding.fold(part).replace("-", " ").split()]
        if words:
            yield sa.and_(*(holds(word) for word in words))
    for phone in (phone_key(new.phone), phone_key(new.phone2)):
        if phone:
            yield holds(phone[-LEAST_DIGITS:])
    if folding.fold(new.email):
        yield holds(new.email)
