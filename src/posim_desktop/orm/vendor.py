"""Vendors: whom the shop buys from."""

from decimal import Decimal

import sqlalchemy as sa

from posim_desktop.domain import text
from posim_desktop.orm.base import Base, Column, HasId, column, money_range, quantity_range, table
from posim_desktop.orm.types import Money, Quantity


class Vendor(HasId, Base):
    """A supplier; ``account_number`` is the shop's number with them.

    It takes no order of less than ``minimum_amount`` and ``minimum_units``; 0 where it takes any.
    """

    __tablename__ = "vendors"
    __table_args__ = table(money_range("minimum_amount"), quantity_range("minimum_units", zero=True))

    code: Column[str] = column(sa.String(text.CODE), unique=True)
    name: Column[str] = column(sa.String(text.NAME), index=True)
    contact: Column[str] = column(sa.String(text.NAME))
    phone: Column[str] = column(sa.String(text.SHORT))
    email: Column[str] = column(sa.String(text.EMAIL))
    account_number: Column[str] = column(sa.String(text.SHORT))
    address: Column[str] = column(sa.String(text.NOTE))
    notes: Column[str] = column(sa.String(text.NOTE))
    archived: Column[bool]
    version: Column[int]
    search_text: Column[str]
    minimum_amount: Column[Decimal] = column(Money(), sa.DefaultClause("0"))
    minimum_units: Column[Decimal] = column(Quantity(), sa.DefaultClause("0"))
