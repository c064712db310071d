"""The customer's money as it is stored: the only place that locks it, adds it up and writes to its ledger."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

import sqlalchemy as sa

from posim_desktop.domain.money import ZERO
from posim_desktop.domain.sales.customer_money import MoneyKind
from posim_desktop.orm import CustomerAccount, CustomerMoney
from posim_desktop.orm.base import chunks, table_of
from posim_desktop.services.records import drawer_rows
from posim_desktop.services.records.lock_order import Rank, climb
from posim_desktop.services.session import Session, Stamp


class Movement(NamedTuple):
    """A row to be written; ``amount`` is above zero where money comes into what is held, below where it leaves.

    Attributes:
        customer_id: Whose money, who is locked.
        kind: What happens to it.
        amount: How much.
        backorder_id: For which backorder it is held; None for the customer's credit.
        line_id: The D line that took it or pays it back.
        tender_id: The Deposit or Credit tender that used it or gave it as credit.
        event_id: The cancellation that freed it.
        reason: Why, in words.
    """

    customer_id: int
    kind: MoneyKind
    amount: Decimal
    backorder_id: int | None = None
    line_id: int | None = None
    tender_id: int | None = None
    event_id: int | None = None
    reason: str = ""


_accounts = table_of(CustomerAccount)
_money = table_of(CustomerMoney)
_LOCK = (
    sa.update(_accounts)
    .where(_accounts.c.customer_id == sa.bindparam("customer"))
    .values(version=_accounts.c.version + 1)
)
_OPEN = {
    "sqlite": "INSERT INTO customer_accounts (customer_id, version) VALUES (?, 1) ON CONFLICT (customer_id) DO NOTHING",
    "postgresql": (
        "INSERT INTO customer_accounts (customer_id, version) VALUES (%s, 1) ON CONFLICT (customer_id) DO NOTHING"
    ),
}
_sum = sa.func.coalesce(sa.func.sum(_money.c.amount), ZERO, type_=_money.c.amount.type)
_DEPOSITS = (
    sa.select(_money.c.backorder_id, _sum)
    .where(_money.c.backorder_id.in_(sa.bindparam("ids", expanding=True)))
    .group_by(_money.c.backorder_id)
)
_CREDIT = sa.select(_sum).where(_money.c.customer_id == sa.bindparam("customer"), _money.c.backorder_id.is_(None))
_HELD = (
    sa.select(_money.c.backorder_id, _sum)
    .where(_money.c.customer_id == sa.bindparam("customer"))
    .group_by(_money.c.backorder_id)
    .having(sa.func.sum(_money.c.amount) != ZERO)
    .order_by(_money.c.backorder_id)
)
_INSERT = sa.insert(_money).returning(_money.c.id)


def lock(session: Session, customer_ids: Iterable[int]) -> None:
    """Lock the money of customers, after their backorders: until the transaction ends, nobody else moves any of it."""
    connection = session.connection()
    ordered = sorted(set(customer_ids))
    for customer_id in ordered:
        if not connection.execute(_LOCK, {"customer": customer_id}).rowcount:
            # Nothing was held for them so far; who is first opens the account, and both then lock it.
            connection.exec_driver_sql(_OPEN[connection.dialect.name], (customer_id,))
            connection.execute(_LOCK, {"customer": customer_id})
    climb(session, Rank.CUSTOMER_MONEY, ordered)


def deposits(session: Session, backorder_ids: Iterable[int]) -> dict[int, Decimal]:
    """Add up what is left of the deposits of backorders; those for which nothing was ever held are left out."""
    return {
        backorder_id: balance
        for chunk in chunks(sorted(set(backorder_ids)))
        for backorder_id, balance in session.connection().execute(_DEPOSITS, {"ids": chunk})
    }


def deposit(session: Session, backorder_id: int) -> Decimal:
    """Add up what is left of the deposit of a backorder."""
    return deposits(session, [backorder_id]).get(backorder_id, ZERO)


def credit(session: Session, customer_id: int) -> Decimal:
    """Add up a customer's credit; below zero is what they owe on account."""
    held: Decimal = session.connection().execute(_CREDIT, {"customer": customer_id}).scalar_one()
    return held


def held_for(session: Session, customer_id: int) -> list[tuple[int | None, Decimal]]:
    """List what is held for a customer, by backorder; None is their credit. Empty accounts are left out."""
    return [
        (backorder_id, held) for backorder_id, held in session.connection().execute(_HELD, {"customer": customer_id})
    ]


def insert(session: Session, stamp: Stamp, movements: Sequence[Movement]) -> None:
    """Write movements of money that is locked; MOVED pairs are written by :func:`move`."""
    for each in movements:
        _write(session, stamp, each)


def move(session: Session, stamp: Stamp, leaves: Movement, *, to_customer: int, to_backorder: int | None) -> None:
    """Move money that is locked to another account: a MOVED pair.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        leaves: What leaves, below zero, of kind MOVED.
        to_customer: Whose it is afterwards, locked too.
        to_backorder: For which backorder it is held then; None for credit.
    """
    first = _write(session, stamp, leaves)
    arrives = leaves._replace(customer_id=to_customer, backorder_id=to_backorder, amount=-leaves.amount)
    _write(session, stamp, arrives, moved_from_id=first)


def _write(session: Session, stamp: Stamp, movement: Movement, moved_from_id: int | None = None) -> int:
    values = {
        **movement._asdict(),
        "kind": str(movement.kind),
        "moved_from_id": moved_from_id,
        "employee_id": stamp.employee_id,
        "workstation": stamp.workstation,
        "at": stamp.at,
        "day_id": drawer_rows.hold(session, stamp).id,
    }
    new: int = session.connection().execute(_INSERT, values).scalar_one()
    return new
