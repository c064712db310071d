"""Customer cards as they stand. Serves the guide's page on customers."""

from dataclasses import dataclass, fields
from datetime import datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain import folding
from posim_desktop.domain.cards.cards import CustomerFields
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.sales.invoice import InvoiceStatus, TransCode
from posim_desktop.domain.sales.tenders import OF_CUSTOMER
from posim_desktop.orm import Backorder, Customer, Invoice, InvoiceLine, TenderPaid, Want
from posim_desktop.orm.base import table_of
from posim_desktop.orm.types import Money
from posim_desktop.queries import filing, merged_customers, money_held
from posim_desktop.queries.backorders import wants
from posim_desktop.queries.deck import Found
from posim_desktop.queries.filing import Choice
from posim_desktop.queries.money_held import MoneyFigures

_customers = table_of(Customer)
_NAMES = tuple(field.name for field in fields(CustomerFields))


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
class Business:
    """What passed between a customer and the shop; money in the store's currency.

    Attributes:
        bought: What the sold lines of processed invoices come to, as they are written there.
        returned: What the returned lines come to; not below zero.
        paid: What was paid, tax and deposits too, less what was paid back; a deposit that is used is not counted twice.
        last_purchase: When the last invoice was processed, UTC; None before the first.
        last_invoice_id: That invoice.
        backorders: All backorders of the customer, closed ones too.
        open_backorders: Those of which something is outstanding.
        ready_pickups: Those of which something waits for pick-up.
        on_hold: How many invoices the waiting goods are on.
        held_invoice_id: The oldest of these.
        wishes: How many open wishes the customer has on the Want List.
    """

    bought: Decimal
    returned: Decimal
    paid: Decimal
    last_purchase: datetime | None
    last_invoice_id: int | None
    backorders: int
    open_backorders: int
    ready_pickups: int
    on_hold: int
    held_invoice_id: int | None
    wishes: int = 0


@dataclass(frozen=True, slots=True)
class CustomerDetails:
    """Everything a Customer card shows.

    Attributes:
        id: The record.
        version: How often the card was changed.
        archived: Whether it is archived.
        fields: What is written on it.
        created_at: When it was made, UTC.
        deposits: What became of what they paid ahead.
        credit: Their credit; below zero is what they owe on account.
        credit_limit: How much they may owe on account.
        used_instead: The card that it was merged into; None for a card that is used.
        forgotten_at: Since when nothing on it says who the customer was, as they asked; UTC.
        business: What passed between the customer and the shop.
    """

    id: int
    version: int
    archived: bool
    fields: CustomerFields
    created_at: datetime
    business: Business
    deposits: MoneyFigures
    credit: Decimal
    credit_limit: Decimal
    used_instead: Choice | None = None
    forgotten_at: datetime | None = None


def _condition(found: Found, dialect: str) -> list[sa.ColumnElement[bool]]:
    tests = [_customers.c.id.in_(merged_customers.used_cards_with(dialect, word)) for word in folding.words(found.text)]
    return [*tests, *filing.unarchived(_customers, found)]


DECK = filing.deck(
    Customer,
    CustomerRow,
    orders=("code", "name", "company"),
    first_order="name",
    condition=_condition,
)


def _business() -> sa.Select[*tuple[Any, ...]]:
    """Write the statement of :class:`Business`: every figure of a customer in one round trip."""
    customer: sa.BindParameter[int] = sa.bindparam("customer")
    processed = sa.and_(
        Invoice.customer_id.in_(merged_customers.cards_of(customer)), Invoice.status == InvoiceStatus.PROCESSED
    )
    held = sa.and_(Invoice.customer_id == customer, Invoice.status == InvoiceStatus.WORKING, Invoice.committed)
    last = sa.select(Invoice.id).where(processed).order_by(Invoice.number.desc()).limit(1)
    lines = sa.join(InvoiceLine, Invoice, InvoiceLine.invoice_id == Invoice.id)
    money = sa.func.sum(InvoiceLine.extension)
    goods = (
        sa.select(
            sa.func.coalesce(money.filter(InvoiceLine.trans_code == TransCode.SALE), ZERO).label("bought"),
            sa.func.coalesce(-money.filter(InvoiceLine.trans_code == TransCode.RETURN), ZERO).label("returned"),
        )
        .select_from(lines)
        .where(processed)
        .subquery()
    )
    kept = sa.type_coerce(sa.func.sum(TenderPaid.amount - TenderPaid.change), Money())
    paid = (
        sa.select(sa.func.coalesce(kept, ZERO).label("paid"))
        .join(Invoice, Invoice.id == TenderPaid.invoice_id)
        .where(processed, TenderPaid.kind.not_in([str(kind) for kind in OF_CUSTOMER]))
        .subquery()
    )
    owed = (
        sa.select(
            sa.func.count().label("every"),
            sa.func.count().filter(Backorder.outstanding > NO_UNITS).label("outstanding"),
            sa.func.count().filter(Backorder.waiting > NO_UNITS).label("waiting"),
        )
        .where(Backorder.customer_id == customer)
        .subquery()
    )
    wishes = sa.select(sa.func.count()).where(Want.customer_id == customer, *wants.OPEN).scalar_subquery()
    on_hold = (
        sa.select(sa.func.count().label("invoices"), sa.func.min(Invoice.id).label("oldest")).where(held).subquery()
    )
    return sa.select(
        goods.c.bought,
        goods.c.returned,
        paid.c.paid,
        sa.select(sa.func.max(Invoice.processed_at)).where(processed).scalar_subquery(),
        last.scalar_subquery(),
        owed.c.every,
        owed.c.outstanding,
        owed.c.waiting,
        on_hold.c.invoices,
        on_hold.c.oldest,
        wishes,
    ).select_from(goods.join(paid, sa.true()).join(owed, sa.true()).join(on_hold, sa.true()))


_BUSINESS = _business()


_CHOICE = sa.select(*(_customers.c[name] for name in ("id", "code", "name", "archived"))).where(
    _customers.c.id == sa.bindparam("customer")
)


def _choice(connection: sa.Connection, customer_id: int) -> Choice:
    return Choice(*connection.execute(_CHOICE, {"customer": customer_id}).one())


def details(connection: sa.Connection, customer_id: int) -> CustomerDetails | None:
    """Read a card, or None when there is no such customer."""
    card = filing.card(connection, Customer, customer_id)
    if card is None:
        return None
    deposits, credit = money_held.of_customer(connection, customer_id)
    return CustomerDetails(
        id=customer_id,
        version=card["version"],
        archived=card["archived"],
        fields=CustomerFields(**{name: card[name] for name in _NAMES}),
        created_at=card["created_at"],
        business=Business(*connection.execute(_BUSINESS, {"customer": customer_id}).one()),
        deposits=deposits,
        credit=credit,
        credit_limit=card["credit_limit"],
        used_instead=None if card["merged_into"] is None else _choice(connection, card["merged_into"]),
        forgotten_at=card["forgotten_at"],
    )
