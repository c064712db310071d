"""Vendors: whom the shop buys from."""

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from posim_desktop.domain import text
from posim_desktop.orm.base import Base, HasId, table


class Vendor(HasId, Base):
    """A supplier; ``account_number`` is the shop's number with them."""

    __tablename__ = "vendors"
    __table_args__ = table()

    code: Mapped[str] = mapped_column(sa.String(text.CODE), unique=True)
    name: Mapped[str] = mapped_column(sa.String(text.NAME), index=True)
    contact: Mapped[str] = mapped_column(sa.String(text.NAME))
    phone: Mapped[str] = mapped_column(sa.String(text.SHORT))
    email: Mapped[str] = mapped_column(sa.String(text.EMAIL))
    account_number: Mapped[str] = mapped_column(sa.String(text.SHORT))
    address: Mapped[str] = mapped_column(sa.String(text.NOTE))
    notes: Mapped[str] = mapped_column(sa.String(text.NOTE))
    archived: Mapped[bool]
    version: Mapped[int]
    search_text: Mapped[str]
