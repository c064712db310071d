"""What customers said to a price above the one that they were promised."""

from datetime import datetime
from decimal import Decimal

import sqlalchemy as sa

from posim_desktop.domain import text
from posim_desktop.orm.base import Base, Column, HasId, check, column, money_range, table
from posim_desktop.orm.types import Money


class PriceWord(HasId, Base):
    """The customer's word that one unit of a backorder may cost so much; rows are only ever added.

    ``word`` is who agreed and how, ``employee_id`` who heard it.
    """

    __tablename__ = "price_words"
    __table_args__ = table(
        money_range("unit_price"),
        check("word_given", "length(trim(word)) > 0"),
    )

    backorder_id: Column[int] = column(sa.ForeignKey("backorders.id"), index=True)
    unit_price: Column[Decimal] = column(Money())
    word: Column[str] = column(sa.String(text.REASON))
    employee_id: Column[int] = column(sa.ForeignKey("employees.id"))
    at: Column[datetime]
