"""Customers: whom a promise was made to."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from posim_desktop.domain import text
from posim_desktop.orm.base import Base, HasId, table


class Customer(HasId, Base):
    """A person or company that buys here. ``name`` is what the shop calls them, the deck's order."""

    __tablename__ = "customers"
    __table_args__ = table(sa.Index("ix_customers_name_id", "name", "id"))

    code: Mapped[str] = mapped_column(sa.String(text.CODE), unique=True)
    name: Mapped[str] = mapped_column(sa.String(text.NAME))
    company: Mapped[str] = mapped_column(sa.String(text.NAME))
    phone: Mapped[str] = mapped_column(sa.String(text.SHORT))
    phone2: Mapped[str] = mapped_column(sa.String(text.SHORT))
    email: Mapped[str] = mapped_column(sa.String(text.EMAIL))
    address: Mapped[str] = mapped_column(sa.String(text.NOTE))
    notes: Mapped[str] = mapped_column(sa.String(text.NOTE))
    created_at: Mapped[datetime]
    archived: Mapped[bool]
    version: Mapped[int]
    search_text: Mapped[str]
