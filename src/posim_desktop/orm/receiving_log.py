"""Receiving logs: one delivery each, its lines, and what each line did for the backorders."""

from datetime import date, datetime
from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from posim_desktop.domain import text
from posim_desktop.domain.receiving.logs import ReceivingStatus
from posim_desktop.orm.base import Base, HasId, check, one_of, quantity_range, table
from posim_desktop.orm.types import Cost, Quantity


class ReceivingLog(HasId, Base):
    """The document of one delivery; it has a number from the moment it is posted."""

    __tablename__ = "receiving_logs"
    __table_args__ = table(
        one_of("status", ReceivingStatus),
        check("number_when_posted", "(status = 'posted') = (number IS NOT NULL)"),
        check("time_when_posted", "(status = 'posted') = (posted_at IS NOT NULL)"),
        sa.Index("ix_receiving_logs_status_id", "status", "id"),
    )

    number: Mapped[int | None] = mapped_column(unique=True)
    status: Mapped[str] = mapped_column(sa.String(text.CODE))
    purchase_order_id: Mapped[int | None] = mapped_column(sa.ForeignKey("purchase_orders.id"), index=True)
    vendor_id: Mapped[int] = mapped_column(sa.ForeignKey("vendors.id"), index=True)
    vendor_invoice: Mapped[str] = mapped_column(sa.String(text.SHORT))
    invoice_date: Mapped[date | None]
    received_on: Mapped[date]
    received_by_id: Mapped[int] = mapped_column(sa.ForeignKey("employees.id"))
    workstation: Mapped[str] = mapped_column(sa.String(text.NAME))
    created_at: Mapped[datetime]
    posted_at: Mapped[datetime | None]
    note: Mapped[str] = mapped_column(sa.String(text.NOTE))
    version: Mapped[int]


class ReceivingLine(HasId, Base):
    """How much of an item came, and on which order line it was expected; 0 while it is not counted yet."""

    __tablename__ = "receiving_lines"
    __table_args__ = table(
        quantity_range("quantity", zero=True),
        check("cost_range", "cost BETWEEN 0 AND 999999999999"),
        sa.UniqueConstraint("receiving_log_id", "position"),
        sa.Index("ix_receiving_lines_receiving_log_id_item_id", "receiving_log_id", "item_id"),
    )

    receiving_log_id: Mapped[int] = mapped_column(sa.ForeignKey("receiving_logs.id"))
    position: Mapped[int]
    item_id: Mapped[int] = mapped_column(sa.ForeignKey("items.id"), index=True)
    purchase_order_line_id: Mapped[int | None] = mapped_column(sa.ForeignKey("purchase_order_lines.id"), index=True)
    quantity: Mapped[Decimal] = mapped_column(Quantity())
    cost: Mapped[Decimal] = mapped_column(Cost())


class ReceivingShare(HasId, Base):
    """What one posted receiving line did for one backorder: set aside (``rcv``) and canceled (``canc``)."""

    __tablename__ = "receiving_settings"
    __table_args__ = table(
        quantity_range("rcv", zero=True),
        quantity_range("canc", zero=True),
        check("not_nothing", "rcv > 0 OR canc > 0"),
        sa.UniqueConstraint("receiving_line_id", "backorder_id"),
    )

    receiving_line_id: Mapped[int] = mapped_column(sa.ForeignKey("receiving_lines.id"))
    backorder_id: Mapped[int] = mapped_column(sa.ForeignKey("backorders.id"), index=True)
    rcv: Mapped[Decimal] = mapped_column(Quantity())
    canc: Mapped[Decimal] = mapped_column(Quantity())
