"""The figures of the shop's day. Serves the guide's page "Today"."""

from dataclasses import dataclass
from decimal import Decimal

import sqlalchemy as sa

from posim_desktop.domain.money import ZERO
from posim_desktop.domain.sales.tenders import TenderKind
from posim_desktop.orm import CustomerMoney, Invoice, TenderPaid
from posim_desktop.orm.base import table_of
from posim_desktop.orm.types import Money
from posim_desktop.queries import deck
from posim_desktop.queries.backorders import fillable
from posim_desktop.queries.backorders.backorders import DECK as BACKORDERS
from posim_desktop.queries.deck import DeckPart, Found
from posim_desktop.queries.reports import sales
from posim_desktop.queries.reports.found import ToOrderFound
from posim_desktop.queries.reports.scope import Scope, sold

READY = Found(part=DeckPart.READY)
TO_ORDER = ToOrderFound()
_money, _tenders, _invoices = table_of(CustomerMoney), table_of(TenderPaid), table_of(Invoice)
_ON_DEPOSIT = sa.select(sa.func.sum(_money.c.amount, type_=Money())).where(_money.c.backorder_id.is_not(None))


@dataclass(frozen=True, slots=True)
class TodayFigures:
    """What a day came to so far, and what waits.

    Attributes:
        invoices: How many sold goods or took them back.
        sales: What they sold less what they took back, as priced.
        paid: What was paid less what was paid back, by the name of the tender; the customers' own money is left out.
        on_deposit: What is held for backorders now.
        to_order: How many backorders wait for goods that are on no order for them; none that needs information.
        fillable: How many could be filled from the shelf.
        ready: How many wait for pick-up.
    """

    invoices: int
    sales: Decimal
    paid: tuple[tuple[str, Decimal], ...]
    on_deposit: Decimal
    to_order: int
    fillable: int
    ready: int


def figures(connection: sa.Connection, scope: Scope) -> TodayFigures:
    """Read them for a day of the shop."""
    days = sales.by_day(connection, scope)
    own = [TenderKind.DEPOSIT, TenderKind.CREDIT]
    net = sa.func.sum(_tenders.c.amount - _tenders.c.change, type_=Money())
    paid = (
        sa.select(_tenders.c.name, net)
        .join(_invoices, _invoices.c.id == _tenders.c.invoice_id)
        .where(sold(scope), _tenders.c.kind.not_in(own))
        .group_by(_tenders.c.name)
        .order_by(net.desc(), _tenders.c.name)
    )
    to_order, ready = deck.counts(connection, BACKORDERS, (TO_ORDER, READY))
    return TodayFigures(
        sum(row[2] for row in days),
        sum((row[5] for row in days), ZERO),
        tuple((name, amount) for name, amount in connection.execute(paid)),
        connection.scalar(_ON_DEPOSIT) or ZERO,
        to_order,
        fillable.count(connection),
        ready,
    )
