"""The Want List: what customers wish for without being promised it."""

from datetime import datetime
from decimal import Decimal

import sqlalchemy as sa

from posim_desktop.domain import text
from posim_desktop.orm.base import Base, Column, HasId, check, column, quantity_range, table
from posim_desktop.orm.types import Quantity


class Want(HasId, Base):
    """A wish of a customer for goods on file, or for what ``description`` says.

    What came of it follows from the invoice lines that name it; ``dropped_at`` says that it is wished for no longer.
    By ``search_text`` it is found besides its customer and its item.
    """

    __tablename__ = "wants"
    __table_args__ = table(
        quantity_range("quantity"),
        check("names_goods", "item_id IS NOT NULL OR length(trim(description)) > 0"),
        check("dropped_by_somebody", "(dropped_at IS NULL) = (dropped_by IS NULL)"),
    )

    customer_id: Column[int] = column(sa.ForeignKey("customers.id"), index=True)
    item_id: Column[int | None] = column(sa.ForeignKey("items.id"), index=True)
    description: Column[str] = column(sa.String(text.DESCRIPTION))
    quantity: Column[Decimal] = column(Quantity())
    note: Column[str] = column(sa.String(text.REASON))
    employee_id: Column[int] = column(sa.ForeignKey("employees.id"))
    wanted_at: Column[datetime]
    dropped_at: Column[datetime | None]
    dropped_by: Column[int | None] = column(sa.ForeignKey("employees.id"))
    version: Column[int]
    search_text: Column[str]
