"""Returns to vendors: what went back, why, at which cost, and what credit came for it."""

from datetime import datetime
from decimal import Decimal

import sqlalchemy as sa

from posim_desktop.domain import text
from posim_desktop.domain.receiving.vendor_returns import VendorReturnStatus
from posim_desktop.orm.base import Base, Column, HasId, check, column, one_of, quantity_range, table
from posim_desktop.orm.types import Cost, Money, Quantity


class VendorReturn(HasId, Base):
    """The document of goods that go back; it has a number from the moment it is posted.

    ``rma_number`` is the vendor's word that they may come, ``receiving_log_id`` the delivery it was begun from.
    """

    __tablename__ = "vendor_returns"
    __table_args__ = table(
        one_of("status", VendorReturnStatus),
        check("number_when_posted", "(status = 'posted') = (number IS NOT NULL)"),
        check("time_when_posted", "(status = 'posted') = (posted_at IS NOT NULL)"),
        sa.Index("ix_vendor_returns_status_id", "status", "id"),
    )

    number: Column[int | None] = column(unique=True)
    status: Column[str] = column(sa.String(text.CODE))
    vendor_id: Column[int] = column(sa.ForeignKey("vendors.id"), index=True)
    receiving_log_id: Column[int | None] = column(sa.ForeignKey("receiving_logs.id"), index=True)
    rma_number: Column[str] = column(sa.String(text.SHORT))
    note: Column[str] = column(sa.String(text.NOTE))
    employee_id: Column[int] = column(sa.ForeignKey("employees.id"))
    workstation: Column[str] = column(sa.String(text.NAME))
    created_at: Column[datetime]
    posted_at: Column[datetime | None]
    version: Column[int]
    search_text: Column[str] = column(sa.DefaultClause(""))


class VendorReturnLine(HasId, Base):
    """How much of an item goes back and why; 0 while nothing of it does.

    ``receiving_line_id`` is what it came with, ``backorder_id`` the customer's order that was refused.
    """

    __tablename__ = "vendor_return_lines"
    __table_args__ = table(
        quantity_range("quantity", zero=True),
        check("cost_range", "cost BETWEEN 0 AND 999999999999"),
        sa.UniqueConstraint("vendor_return_id", "position"),
    )

    vendor_return_id: Column[int] = column(sa.ForeignKey("vendor_returns.id"))
    position: Column[int]
    item_id: Column[int] = column(sa.ForeignKey("items.id"), index=True)
    receiving_line_id: Column[int | None] = column(sa.ForeignKey("receiving_lines.id"), index=True)
    backorder_id: Column[int | None] = column(sa.ForeignKey("backorders.id"), index=True)
    vendor_item_number: Column[str] = column(sa.String(text.SHORT))
    quantity: Column[Decimal] = column(Quantity())
    cost: Column[Decimal] = column(Cost())
    reason: Column[str] = column(sa.String(text.REASON))
    serials_asked: Column[bool] = column(sa.DefaultClause(sa.false()))


class VendorReturnSerial(HasId, Base):
    """The serial number of one unit that goes back on a line; ``form`` is what is compared."""

    __tablename__ = "vendor_return_serials"
    __table_args__ = table(sa.UniqueConstraint("line_id", "form"))

    vendor_return_id: Column[int] = column(sa.ForeignKey("vendor_returns.id"), index=True)
    line_id: Column[int] = column(sa.ForeignKey("vendor_return_lines.id"))
    serial: Column[str] = column(sa.String(text.SHORT))
    form: Column[str] = column(sa.String(text.DESCRIPTION), index=True)


class VendorCredit(HasId, Base):
    """A credit that the vendor gave for a posted return; rows are only ever added."""

    __tablename__ = "vendor_credits"
    __table_args__ = table(check("amount_range", "amount BETWEEN 1 AND 9999999999"))

    vendor_return_id: Column[int] = column(sa.ForeignKey("vendor_returns.id"), index=True)
    amount: Column[Decimal] = column(Money())
    reference: Column[str] = column(sa.String(text.SHORT))
    employee_id: Column[int] = column(sa.ForeignKey("employees.id"))
    workstation: Column[str] = column(sa.String(text.NAME))
    at: Column[datetime]
