"""What the shop holds for a customer, as the till shows it. Serves the guide's page on deposits."""

from dataclasses import dataclass
from decimal import Decimal

import sqlalchemy as sa

from posim_desktop.domain.money import ZERO
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.orm import Backorder, Customer, CustomerMoney, Item


@dataclass(frozen=True, slots=True)
class HeldDeposit:
    """A backorder that is not closed, and what is held for it; ``units`` are outstanding or waiting."""

    backorder_id: int
    number: int
    description: str
    units: Decimal
    balance: Decimal


@dataclass(frozen=True, slots=True)
class Held:
    """What is held for a customer.

    Attributes:
        credit: Held for no backorder; below zero it is what they owe on account.
        limit: How much they may owe.
        deposits: Every backorder of theirs that is not closed, oldest first, also those without a deposit.
    """

    credit: Decimal = ZERO
    limit: Decimal = ZERO
    deposits: tuple[HeldDeposit, ...] = ()

    @property
    def usable_credit(self) -> Decimal:
        """How much they can pay without money: their credit, and what they may owe."""
        return max(ZERO, self.credit + self.limit)

    @property
    def on_deposit(self) -> Decimal:
        """All deposits together."""
        return sum((each.balance for each in self.deposits), ZERO)

    def of(self, backorder_id: int) -> HeldDeposit | None:
        """Return what is held for a backorder."""
        return next((each for each in self.deposits if each.backorder_id == backorder_id), None)


NOTHING_HELD = Held()

_BALANCES = (
    sa.select(CustomerMoney.backorder_id, sa.type_coerce(sa.func.sum(CustomerMoney.amount), CustomerMoney.amount.type))
    .where(CustomerMoney.customer_id == sa.bindparam("customer"))
    .group_by(CustomerMoney.backorder_id)
)
_LIMIT = sa.select(Customer.credit_limit).where(Customer.id == sa.bindparam("customer"))
_OPEN = (
    sa.select(Backorder.id, Backorder.number, Item.description, Backorder.outstanding, Backorder.waiting)
    .join(Item, Item.id == Backorder.item_id)
    .where(
        Backorder.customer_id == sa.bindparam("customer"),
        sa.or_(Backorder.outstanding > NO_UNITS, Backorder.waiting > NO_UNITS),
    )
    .order_by(Backorder.id)
)


def held_for(connection: sa.Connection, customer_id: int) -> Held:
    """Read what is held for a customer, and for what."""
    chosen = {"customer": customer_id}
    balances: dict[int | None, Decimal] = dict(connection.execute(_BALANCES, chosen).all())
    deposits = tuple(
        HeldDeposit(row.id, row.number, row.description, row.outstanding + row.waiting, balances.get(row.id, ZERO))
        for row in connection.execute(_OPEN, chosen)
    )
    return Held(balances.get(None, ZERO), connection.scalar(_LIMIT, chosen) or ZERO, deposits)
