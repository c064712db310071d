"""Vendors: whom the shop buys from."""

import sqlalchemy as sa

from posim_desktop.domain import text
from posim_desktop.orm.base import Base, Column, HasId, column, table


class Vendor(HasId, Base):
    """A supplier; ``account_number`` is the shop's number with them."""

    __tablename__ = "vendors"
    __table_args__ = table()

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
