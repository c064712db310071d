"""What the shop holds for customers, backorder by backorder. Serves the guide's page "Deposits and credit"."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain.money import ZERO
from posim_desktop.orm import Backorder, Customer, CustomerMoney, Item
from posim_desktop.orm.base import table_of
from posim_desktop.queries.sales.customer_money import HeldDeposit

_money = table_of(CustomerMoney)


@dataclass(frozen=True, slots=True)
class HeldRow:
    """What is held for a customer: for a backorder, or without one as credit; below zero is owed on account.

    Attributes:
        since: When the first money came into it.
        outstanding: What of the backorder is still to come; None for credit.
        waiting: What of it waits for pick-up; None for credit.
    """

    customer_id: int
    customer: str
    company: str
    phone: str
    backorder_id: int | None
    backorder_number: int | None
    item: str
    description: str
    outstanding: Decimal | None
    waiting: Decimal | None
    since: datetime
    held: Decimal


@dataclass(frozen=True, slots=True)
class HeldByShop:
    """All that is held, and its sums; none of these is below zero."""

    rows: tuple[HeldRow, ...]

    @property
    def on_deposit(self) -> Decimal:
        """What is held for backorders."""
        return sum((row.held for row in self.rows if row.backorder_id is not None), ZERO)

    @property
    def credit(self) -> Decimal:
        """What is held as credit."""
        return sum((row.held for row in self.rows if row.backorder_id is None and row.held > 0), ZERO)

    @property
    def owed(self) -> Decimal:
        """What is owed on account."""
        return -sum((row.held for row in self.rows if row.backorder_id is None and row.held < 0), ZERO) + ZERO


def _held() -> sa.Select[*tuple[Any, ...]]:
    whole = sa.func.sum(_money.c.amount, type_=_money.c.amount.type)
    sums = (
        sa.select(
            *(_money.c.customer_id, _money.c.backorder_id),
            sa.func.min(_money.c.at, type_=_money.c.at.type).label("since"),
            whole.label("held"),
        )
        .group_by(_money.c.customer_id, _money.c.backorder_id)
        .having(whole != ZERO)
        .subquery()
    )
    return (
        sa.select(
            *(Customer.id, Customer.name, Customer.company, Customer.phone),
            *(Backorder.id, Backorder.number, sa.func.coalesce(Item.code, ""), sa.func.coalesce(Item.description, "")),
            *(Backorder.outstanding, Backorder.waiting, sums.c.since, sums.c.held),
        )
        .select_from(sums)
        .join(Customer, Customer.id == sums.c.customer_id)
        .outerjoin(Backorder, Backorder.id == sums.c.backorder_id)
        .outerjoin(Item, Item.id == Backorder.item_id)
        .order_by(Customer.name, Customer.id, Backorder.number.is_(None), Backorder.number)
    )


_HELD = _held()


def held(connection: sa.Connection, customer_id: int | None = None) -> HeldByShop:
    """List what is held for everybody, or for one customer; a customer's credit comes after their backorders."""
    chosen = _HELD if customer_id is None else _HELD.where(Customer.id == customer_id)
    return HeldByShop(tuple(HeldRow(*row) for row in connection.execute(chosen)))


_whole = sa.func.sum(_money.c.amount, type_=_money.c.amount.type)
_DEPOSITS = (
    sa.select(Backorder.id, Backorder.number, Item.description, Backorder.outstanding, Backorder.waiting, _whole)
    .join(Item, Item.id == Backorder.item_id)
    .join(_money, _money.c.backorder_id == Backorder.id)
    .where(Backorder.id.in_(sa.bindparam("backorders", expanding=True)))
    .group_by(Backorder.id, Backorder.number, Item.description, Backorder.outstanding, Backorder.waiting)
    .having(_whole > ZERO)
    .order_by(Backorder.number)
)


def deposits(connection: sa.Connection, backorder_ids: Collection[int]) -> tuple[HeldDeposit, ...]:
    """List the deposits of backorders; those for which nothing is held are left out."""
    if not backorder_ids:
        return ()
    return tuple(
        HeldDeposit(backorder_id, number, description, outstanding + waiting, balance)
        for backorder_id, number, description, outstanding, waiting, balance in connection.execute(
            _DEPOSITS, {"backorders": list(backorder_ids)}
        )
    )
