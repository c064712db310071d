"""Special orders and what is on them."""

from datetime import date, datetime
from decimal import Decimal

import sqlalchemy as sa

from posim_desktop.domain import text
from posim_desktop.domain.sales.special_orders import SpecialOrderStatus
from posim_desktop.orm.base import Base, Column, HasId, check, column, money_range, one_of, quantity_range, table
from posim_desktop.orm.types import Cost, Money, Percent, Quantity


class SpecialOrder(HasId, Base):
    """What a customer wants ordered, from the first word to its posting.

    It has a number and an invoice from the moment it is posted, never before. ``employee_id`` is who took it,
    ``deposit`` the amount asked where it is no percentage, and ``terms`` what the customer signed.
    """

    __tablename__ = "special_orders"
    __table_args__ = table(
        one_of("status", SpecialOrderStatus),
        check("number_when_posted", "(status = 'posted') = (number IS NOT NULL)"),
        check("time_when_posted", "(status = 'posted') = (posted_at IS NOT NULL)"),
        check("invoice_when_posted", "(status = 'posted') = (invoice_id IS NOT NULL)"),
        check("customer_when_posted", "status <> 'posted' OR customer_id IS NOT NULL"),
        check("reason_when_discarded", "(status = 'discarded') = (length(trim(discard_reason)) > 0)"),
        check("percent_range", "deposit_percent BETWEEN 0 AND 1000000"),
        money_range("deposit"),
        check("one_deposit", "deposit_percent IS NULL OR deposit = 0"),
        sa.Index("ix_special_orders_status_id", "status", "id"),
    )

    number: Column[int | None] = column(unique=True)
    status: Column[str] = column(sa.String(text.CODE))
    customer_id: Column[int | None] = column(sa.ForeignKey("customers.id"), index=True)
    employee_id: Column[int] = column(sa.ForeignKey("employees.id"))
    workstation: Column[str] = column(sa.String(text.NAME))
    created_at: Column[datetime]
    posted_at: Column[datetime | None]
    invoice_id: Column[int | None] = column(sa.ForeignKey("invoices.id"), unique=True)
    needed_by: Column[date | None]
    reach: Column[str] = column(sa.String(text.REASON))
    customer_order: Column[str] = column(sa.String(text.SHORT))
    note: Column[str] = column(sa.String(text.NOTE))
    deposit_percent: Column[Decimal | None] = column(Percent())
    deposit: Column[Decimal] = column(Money())
    terms: Column[str] = column(sa.String(text.NOTE))
    discard_reason: Column[str] = column(sa.String(text.REASON))
    version: Column[int]
    search_text: Column[str] = column(sa.DefaultClause(""))


class SpecialOrderLine(HasId, Base):
    """One thing on a special order.

    ``on_file`` says that the shop had a card of it; otherwise the posting makes one of what is written here, and
    ``item_id`` is empty until then. ``invoice_line_id`` is the B line that the posting made of it, and so names its
    backorder. ``price_ceiling`` is the price that was promised not to be exceeded, empty where the price is fixed.
    With ``one_piece`` the goods are wanted in one piece.
    """

    __tablename__ = "special_order_lines"
    __table_args__ = table(
        quantity_range("quantity"),
        check("cost_range", "cost BETWEEN 0 AND 999999999999"),
        money_range("unit_price"),
        money_range("price_ceiling"),
        check("ceiling_above_price", "price_ceiling IS NULL OR price_ceiling >= unit_price"),
        check("item_on_file", "NOT on_file OR item_id IS NOT NULL"),
        check("new_item_when_posted", "on_file OR (item_id IS NULL) = (invoice_line_id IS NULL)"),
        sa.UniqueConstraint("special_order_id", "position"),
    )

    special_order_id: Column[int] = column(sa.ForeignKey("special_orders.id"))
    position: Column[int]
    on_file: Column[bool]
    item_id: Column[int | None] = column(sa.ForeignKey("items.id"), index=True)
    code: Column[str] = column(sa.String(text.CODE))
    description: Column[str] = column(sa.String(text.DESCRIPTION))
    department_id: Column[int | None] = column(sa.ForeignKey("departments.id"), index=True)
    tax_code_id: Column[int | None] = column(sa.ForeignKey("tax_codes.id"), index=True)
    vendor_id: Column[int | None] = column(sa.ForeignKey("vendors.id"), index=True)
    vendor_item_number: Column[str] = column(sa.String(text.SHORT))
    cost: Column[Decimal] = column(Cost())
    quantity: Column[Decimal] = column(Quantity())
    unit_price: Column[Decimal] = column(Money())
    price_ceiling: Column[Decimal | None] = column(Money())
    will_also_take: Column[str] = column(sa.String(text.REASON))
    question: Column[str] = column(sa.String(text.REASON))
    one_piece: Column[bool] = column(sa.DefaultClause(sa.false()))
    invoice_line_id: Column[int | None] = column(sa.ForeignKey("invoice_lines.id"), unique=True)
    search_text: Column[str] = column(sa.DefaultClause(""))


class SpecialOrderAnswer(HasId, Base):
    """What a customer answered to a question that the department of a line asks, as it was asked that day."""

    __tablename__ = "special_order_answers"
    __table_args__ = table(
        check("says_something", "length(trim(question)) > 0 AND length(trim(answer)) > 0"),
        sa.UniqueConstraint("line_id", "position"),
    )

    line_id: Column[int] = column(sa.ForeignKey("special_order_lines.id"))
    position: Column[int]
    question: Column[str] = column(sa.String(text.NAME))
    answer: Column[str] = column(sa.String(text.REASON))
