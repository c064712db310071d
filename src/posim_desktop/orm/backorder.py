"""Backorders and what happened to them."""

from datetime import datetime
from decimal import Decimal

import sqlalchemy as sa

from posim_desktop.domain import text
from posim_desktop.domain.backorders.backorder import EventKind
from posim_desktop.orm.base import Base, Column, HasId, check, column, money_range, one_of, quantity_range, table
from posim_desktop.orm.types import Money, Quantity


class Backorder(HasId, Base):
    """A promise to a customer, created by exactly one posted B line.

    ``outstanding`` is stored so that lists can filter and sort by it; CHECK B1 keeps it true. ``question`` is the one
    that is open, blank for none: the last thing asked by the events that nobody answered yet. ``wanted_at`` is the date
    of the want that it was, if it was one: in the queue of its item it stands where that was.
    With ``one_piece`` it is filled all or not at all, unless somebody says why.
    """

    __tablename__ = "backorders"
    __table_args__ = table(
        check("b1_adds_up", "ordered = received + canceled + outstanding"),
        check("b2_adds_up", "received = waiting + filled"),
        quantity_range("ordered"),
        check(
            "signs",
            "received >= 0 AND canceled >= 0 AND outstanding >= 0 AND waiting >= 0 AND filled >= 0",
        ),
        money_range("unit_price"),
        money_range("discount"),
        sa.Index("ix_backorders_item_id_outstanding", "item_id", "outstanding"),
        sa.Index("ix_backorders_customer_id_number", "customer_id", "number"),
    )

    number: Column[int] = column(unique=True)
    source_line_id: Column[int] = column(sa.ForeignKey("invoice_lines.id"), unique=True)
    customer_id: Column[int] = column(sa.ForeignKey("customers.id"))
    item_id: Column[int] = column(sa.ForeignKey("items.id"))
    ordered: Column[Decimal] = column(Quantity())
    received: Column[Decimal] = column(Quantity())
    canceled: Column[Decimal] = column(Quantity())
    outstanding: Column[Decimal] = column(Quantity())
    waiting: Column[Decimal] = column(Quantity())
    filled: Column[Decimal] = column(Quantity())
    unit_price: Column[Decimal] = column(Money())
    discount: Column[Decimal] = column(Money())
    tax_code_id: Column[int | None] = column(sa.ForeignKey("tax_codes.id"))
    question: Column[str] = column(sa.String(text.REASON), sa.DefaultClause(""))
    will_also_take: Column[str] = column(sa.String(text.REASON), sa.DefaultClause(""))
    created_at: Column[datetime]
    wanted_at: Column[datetime | None]
    version: Column[int]
    one_piece: Column[bool] = column(sa.DefaultClause(sa.false()))


class BackorderEvent(HasId, Base):
    """One thing that happened to a backorder; rows are only ever added.

    ``name`` is the employee as written that day, ``invoice_id`` the invoice that the goods were set aside
    on, sold with or released from, ``receiving_line_id`` the delivery they came with. What is asked or answered
    stands in ``reason`` and is of no units.
    """

    __tablename__ = "backorder_events"
    __table_args__ = table(
        one_of("kind", EventKind),
        quantity_range("quantity", zero=True),
        check("goods_have_quantity", "(kind IN ('ask', 'answer')) = (quantity = 0)"),
        check(
            "words_are_said",
            "kind NOT IN ('cancel', 'ask', 'answer') OR (length(trim(name)) > 0 AND length(trim(reason)) > 0)",
        ),
    )

    backorder_id: Column[int] = column(sa.ForeignKey("backorders.id"), index=True)
    kind: Column[str] = column(sa.String(text.CODE))
    quantity: Column[Decimal] = column(Quantity())
    invoice_id: Column[int | None] = column(sa.ForeignKey("invoices.id"), index=True)
    receiving_line_id: Column[int | None] = column(sa.ForeignKey("receiving_lines.id"), index=True)
    employee_id: Column[int] = column(sa.ForeignKey("employees.id"))
    name: Column[str] = column(sa.String(text.NAME))
    reason: Column[str] = column(sa.String(text.REASON))
    at: Column[datetime]
