"""What customers said to a price above the one they were promised. Serves the guide's page on special orders."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

import sqlalchemy as sa

from posim_desktop.orm import Employee, PriceWord


@dataclass(frozen=True, slots=True)
class AgreedPrice:
    """A price that a customer agreed to: what they said, who heard it, and when."""

    unit_price: Decimal
    word: str
    name: str
    at: datetime


_AGREED = (
    sa.select(PriceWord.unit_price, PriceWord.word, Employee.name, PriceWord.at)
    .join(Employee, Employee.id == PriceWord.employee_id)
    .where(PriceWord.backorder_id == sa.bindparam("backorder"))
    .order_by(PriceWord.id)
)


def of_backorder(connection: sa.Connection, backorder_id: int) -> tuple[AgreedPrice, ...]:
    """List the prices that the customer of a backorder agreed to, oldest first."""
    return tuple(AgreedPrice(*row) for row in connection.execute(_AGREED, {"backorder": backorder_id}))
