"""Backorders and what happened to them."""

from datetime import datetime
from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from posim_desktop.domain import text
from posim_desktop.domain.backorders.backorder import EventKind
from posim_desktop.orm.base import Base, HasId, check, money_range, one_of, quantity_range, table
from posim_desktop.orm.types import Money, Percent, Quantity


class Backorder(HasId, Base):
    """A promise to a customer, created by exactly one posted B line.

    ``outstanding`` is stored so that lists can filter and sort by it; CHECK B1 keeps it true.
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

    number: Mapped[int] = mapped_column(unique=True)
    source_line_id: Mapped[int] = mapped_column(sa.ForeignKey("invoice_lines.id"), unique=True)
    customer_id: Mapped[int] = mapped_column(sa.ForeignKey("customers.id"))
    item_id: Mapped[int] = mapped_column(sa.ForeignKey("items.id"))
    ordered: Mapped[Decimal] = mapped_column(Quantity())
    received: Mapped[Decimal] = mapped_column(Quantity())
    canceled: Mapped[Decimal] = mapped_column(Quantity())
    outstanding: Mapped[Decimal] = mapped_column(Quantity())
    waiting: Mapped[Decimal] = mapped_column(Quantity())
    filled: Mapped[Decimal] = mapped_column(Quantity())
    unit_price: Mapped[Decimal] = mapped_column(Money())
    discount: Mapped[Decimal] = mapped_column(Money())
    tax_code_id: Mapped[int | None] = mapped_column(sa.ForeignKey("tax_codes.id"))
    tax_rate: Mapped[Decimal] = mapped_column(Percent())
    created_at: Mapped[datetime]
    version: Mapped[int]


class BackorderEvent(HasId, Base):
    """One thing that happened to a backorder; rows are only ever added.

    ``name`` is the employee as written that day, ``invoice_id`` the invoice that the goods were set aside
    on, sold with or released from, ``receiving_line_id`` the delivery they came with.
    """

    __tablename__ = "backorder_events"
    __table_args__ = table(
        one_of("kind", EventKind),
        quantity_range("quantity"),
        check(
            "cancel_has_reason",
            "kind <> 'cancel' OR (length(trim(name)) > 0 AND length(trim(reason)) > 0)",
        ),
    )

    backorder_id: Mapped[int] = mapped_column(sa.ForeignKey("backorders.id"), index=True)
    kind: Mapped[str] = mapped_column(sa.String(text.CODE))
    quantity: Mapped[Decimal] = mapped_column(Quantity())
    invoice_id: Mapped[int | None] = mapped_column(sa.ForeignKey("invoices.id"), index=True)
    receiving_line_id: Mapped[int | None] = mapped_column(sa.ForeignKey("receiving_lines.id"), index=True)
    employee_id: Mapped[int] = mapped_column(sa.ForeignKey("employees.id"))
    name: Mapped[str] = mapped_column(sa.String(text.NAME))
    reason: Mapped[str] = mapped_column(sa.String(text.REASON))
    at: Mapped[datetime]
