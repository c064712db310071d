"""Stock counts: what people found in which place, and what it was compared with."""

from datetime import datetime
from decimal import Decimal

import sqlalchemy as sa

from posim_desktop.domain import text
from posim_desktop.domain.receiving.stock_counts import CountStatus, Extent
from posim_desktop.orm.base import Base, Column, HasId, check, column, one_of, quantity_range, table
from posim_desktop.orm.types import Cost, Quantity


class StockCount(HasId, Base):
    """A count, from the first scan to its posting; it has a number from the moment it is posted, never before.

    ``employee_id`` is who began it, ``posted_by`` who posted it.
    """

    __tablename__ = "stock_counts"
    __table_args__ = table(
        one_of("status", CountStatus),
        one_of("extent", Extent),
        check("department_of_extent", "(extent = 'department') = (department_id IS NOT NULL)"),
        check("number_when_posted", "(status = 'posted') = (number IS NOT NULL)"),
        check("time_when_posted", "(status = 'posted') = (posted_at IS NOT NULL)"),
        check("person_when_posted", "(status = 'posted') = (posted_by IS NOT NULL)"),
        check("reason_when_discarded", "(status = 'discarded') = (length(trim(discard_reason)) > 0)"),
        sa.Index("ix_stock_counts_status_id", "status", "id"),
    )

    number: Column[int | None] = column(unique=True)
    status: Column[str] = column(sa.String(text.CODE))
    extent: Column[str] = column(sa.String(text.CODE))
    department_id: Column[int | None] = column(sa.ForeignKey("departments.id"), index=True)
    note: Column[str] = column(sa.String(text.NOTE))
    employee_id: Column[int] = column(sa.ForeignKey("employees.id"))
    workstation: Column[str] = column(sa.String(text.NAME))
    created_at: Column[datetime]
    posted_at: Column[datetime | None]
    posted_by: Column[int | None] = column(sa.ForeignKey("employees.id"))
    discard_reason: Column[str] = column(sa.String(text.REASON))
    version: Column[int]


class StockCountItem(HasId, Base):
    """An item of a count, and what it is compared with.

    ``frozen`` and ``frozen_committed`` are what was on hand and set aside when somebody counted it first; ``expected``
    is what was available when somebody counted it last. ``difference`` and ``cost``, of one unit, come with the
    posting.
    """

    __tablename__ = "stock_count_items"
    __table_args__ = table(
        check("cost_range", "cost BETWEEN 0 AND 999999999999"),
        check("cost_of_difference", "(difference IS NULL) = (cost IS NULL)"),
        sa.UniqueConstraint("stock_count_id", "item_id"),
    )

    stock_count_id: Column[int] = column(sa.ForeignKey("stock_counts.id"))
    item_id: Column[int] = column(sa.ForeignKey("items.id"), index=True)
    frozen: Column[Decimal] = column(Quantity())
    frozen_committed: Column[Decimal] = column(Quantity())
    expected: Column[Decimal] = column(Quantity())
    difference: Column[Decimal | None] = column(Quantity())
    cost: Column[Decimal | None] = column(Cost())


class StockCountPart(HasId, Base):
    """What one person counted of an item in one place of the shop; a place without a name is the shop at large."""

    __tablename__ = "stock_count_parts"
    __table_args__ = table(
        quantity_range("quantity", zero=True),
        sa.UniqueConstraint("stock_count_id", "item_id", "employee_id", "place"),
    )

    stock_count_id: Column[int] = column(sa.ForeignKey("stock_counts.id"))
    item_id: Column[int] = column(sa.ForeignKey("items.id"), index=True)
    employee_id: Column[int] = column(sa.ForeignKey("employees.id"))
    place: Column[str] = column(sa.String(text.NAME))
    quantity: Column[Decimal] = column(Quantity())
    at: Column[datetime]


class StockCountHeld(HasId, Base):
    """What somebody found of the goods that an invoice held back when they looked."""

    __tablename__ = "stock_count_held"
    __table_args__ = table(
        quantity_range("held"),
        quantity_range("found", zero=True),
        sa.UniqueConstraint("stock_count_id", "item_id", "invoice_id"),
    )

    stock_count_id: Column[int] = column(sa.ForeignKey("stock_counts.id"))
    item_id: Column[int] = column(sa.ForeignKey("items.id"), index=True)
    invoice_id: Column[int] = column(sa.ForeignKey("invoices.id"), index=True)
    held: Column[Decimal] = column(Quantity())
    found: Column[Decimal] = column(Quantity())
    employee_id: Column[int] = column(sa.ForeignKey("employees.id"))
    at: Column[datetime]


class StockCountStray(HasId, Base):
    """A scanned code that nobody knows, until somebody says whose it is, or what became of it."""

    __tablename__ = "stock_count_strays"
    __table_args__ = table(
        quantity_range("quantity"),
        check("says_a_code", "length(trim(code)) > 0"),
        check("solved_once", "item_id IS NULL OR word = ''"),
        sa.UniqueConstraint("stock_count_id", "code", "employee_id", "place"),
    )

    stock_count_id: Column[int] = column(sa.ForeignKey("stock_counts.id"))
    code: Column[str] = column(sa.String(text.DESCRIPTION))
    employee_id: Column[int] = column(sa.ForeignKey("employees.id"))
    place: Column[str] = column(sa.String(text.NAME))
    quantity: Column[Decimal] = column(Quantity())
    at: Column[datetime]
    item_id: Column[int | None] = column(sa.ForeignKey("items.id"), index=True)
    word: Column[str] = column(sa.String(text.REASON))
