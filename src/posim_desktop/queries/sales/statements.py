"""A customer's statement of account. Serves the guide's page "Deposits and credit"."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import accumulate

import sqlalchemy as sa

from posim_desktop.domain.money import ZERO
from posim_desktop.orm import Customer
from posim_desktop.queries import money_held
from posim_desktop.queries.money_held import MoneyRow
from posim_desktop.queries.sales import on_deposit
from posim_desktop.queries.sales.on_deposit import HeldRow


@dataclass(frozen=True, slots=True)
class Statement:
    """What happened to a customer's credit in a while, and what is on deposit for them now.

    Attributes:
        code: The customer's ID.
        start: Its first moment.
        end: The moment after its last.
        opening: The credit before; below zero is owed.
        rows: What happened, oldest first.
        deposits: What is held for backorders as it is read.
    """

    customer_id: int
    code: str
    customer: str
    company: str
    address: str
    start: datetime
    end: datetime
    opening: Decimal
    rows: tuple[MoneyRow, ...]
    deposits: tuple[HeldRow, ...]

    @property
    def balances(self) -> tuple[Decimal, ...]:
        """The credit after each row."""
        return tuple(accumulate((row.amount for row in self.rows), initial=self.opening))[1:]

    @property
    def last(self) -> datetime:
        """A moment of its last day."""
        return self.end - timedelta(seconds=1)

    @property
    def closing(self) -> Decimal:
        """The credit at the end."""
        return self.opening + sum((row.amount for row in self.rows), ZERO)


_WHO = sa.select(Customer.code, Customer.name, Customer.company, Customer.address)


def statement(connection: sa.Connection, customer_id: int, start: datetime, end: datetime) -> Statement | None:
    """Read a statement, or None when there is no such customer.

    Args:
        connection: To the database.
        customer_id: Whose.
        start: Its first moment.
        end: The moment after its last.
    """
    who = connection.execute(_WHO.where(Customer.id == customer_id)).one_or_none()
    if who is None:
        return None
    every = money_held.credit_rows(connection, customer_id)
    opening = sum((row.amount for row in every if row.at < start), ZERO)
    rows = tuple(row for row in every if start <= row.at < end)
    held = tuple(row for row in on_deposit.held(connection, customer_id).rows if row.backorder_id is not None)
    return Statement(customer_id, *who, start, end, opening, rows, held)
