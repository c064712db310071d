"""Receiving logs: one delivery each, its lines, and what each line did for the backorders."""

from datetime import date, datetime
from decimal import Decimal

import sqlalchemy as sa

from posim_desktop.domain import text
from posim_desktop.domain.receiving.charges import Spread
from posim_desktop.domain.receiving.logs import ReceivingStatus
from posim_desktop.orm.base import Base, Column, HasId, check, column, money_range, one_of, quantity_range, table
from posim_desktop.orm.types import Cost, Money, Quantity


class ReceivingLog(HasId, Base):
    """The document of one delivery; it has a number from the moment it is posted.

    ``spread`` says over which lines freight and other charges are spread.
    """

    __tablename__ = "receiving_logs"
    __table_args__ = table(
        one_of("status", ReceivingStatus),
        check("number_when_posted", "(status = 'posted') = (number IS NOT NULL)"),
        check("time_when_posted", "(status = 'posted') = (posted_at IS NOT NULL)"),
        money_range("freight"),
        money_range("other_charges"),
        one_of("spread", Spread),
        sa.Index("ix_receiving_logs_status_id", "status", "id"),
    )

    number: Column[int | None] = column(unique=True)
    status: Column[str] = column(sa.String(text.CODE))
    purchase_order_id: Column[int | None] = column(sa.ForeignKey("purchase_orders.id"), index=True)
    vendor_id: Column[int] = column(sa.ForeignKey("vendors.id"), index=True)
    vendor_invoice: Column[str] = column(sa.String(text.SHORT))
    invoice_date: Column[date | None]
    received_on: Column[date]
    received_by_id: Column[int] = column(sa.ForeignKey("employees.id"))
    workstation: Column[str] = column(sa.String(text.NAME))
    created_at: Column[datetime]
    posted_at: Column[datetime | None]
    note: Column[str] = column(sa.String(text.NOTE))
    version: Column[int]
    search_text: Column[str] = column(sa.DefaultClause(""))
    freight: Column[Decimal] = column(Money(), sa.DefaultClause("0"))
    other_charges: Column[Decimal] = column(Money(), sa.DefaultClause("0"))
    spread: Column[str] = column(sa.String(text.CODE), sa.DefaultClause("cost"))


class ReceivingLine(HasId, Base):
    """How much of an item came, and on which order line it was expected; 0 while it is not counted yet.

    ``serials_asked`` says that each unit had to have a serial number when the line was posted. ``free`` of the units
    cost nothing; ``charges`` is the line's share of what the delivery cost besides its goods, worked out when it is
    posted. Its packs are as on order lines. ``vendor_cost_before`` is what a unit cost at this vendor by the card, when
    it was posted; none where the card did not name the vendor, and on what was posted by programs before.
    """

    __tablename__ = "receiving_lines"
    __table_args__ = table(
        quantity_range("quantity", zero=True),
        check("cost_range", "cost BETWEEN 0 AND 999999999999"),
        check("free_within", "free BETWEEN 0 AND quantity"),
        money_range("charges"),
        quantity_range("pack_quantity"),
        check("pack_cost_range", "pack_cost BETWEEN 0 AND 999999999999"),
        check("vendor_cost_before_range", "vendor_cost_before BETWEEN 0 AND 999999999999"),
        sa.UniqueConstraint("receiving_log_id", "position"),
        sa.Index("ix_receiving_lines_receiving_log_id_item_id", "receiving_log_id", "item_id"),
    )

    receiving_log_id: Column[int] = column(sa.ForeignKey("receiving_logs.id"))
    position: Column[int]
    item_id: Column[int] = column(sa.ForeignKey("items.id"), index=True)
    purchase_order_line_id: Column[int | None] = column(sa.ForeignKey("purchase_order_lines.id"), index=True)
    quantity: Column[Decimal] = column(Quantity())
    cost: Column[Decimal] = column(Cost())
    serials_asked: Column[bool] = column(sa.DefaultClause(sa.false()))
    free: Column[Decimal] = column(Quantity(), sa.DefaultClause("0"))
    charges: Column[Decimal] = column(Money(), sa.DefaultClause("0"))
    pack_quantity: Column[Decimal] = column(Quantity(), sa.DefaultClause("1000"))
    pack_unit: Column[str] = column(sa.String(text.UNIT), sa.DefaultClause(""))
    unit: Column[str] = column(sa.String(text.UNIT), sa.DefaultClause(""))
    pack_cost: Column[Decimal | None] = column(Cost())
    lot: Column[str] = column(sa.String(text.SHORT), sa.DefaultClause(""), index=True)
    vendor_cost_before: Column[Decimal | None] = column(Cost())


class ReceivingSerial(HasId, Base):
    """The serial number of one unit that came on a line; ``form`` is what is compared."""

    __tablename__ = "receiving_serials"
    __table_args__ = table(sa.UniqueConstraint("line_id", "form"))

    receiving_log_id: Column[int] = column(sa.ForeignKey("receiving_logs.id"), index=True)
    line_id: Column[int] = column(sa.ForeignKey("receiving_lines.id"))
    serial: Column[str] = column(sa.String(text.SHORT))
    form: Column[str] = column(sa.String(text.DESCRIPTION), index=True)


class ReceivingShare(HasId, Base):
    """What one posted receiving line did for one backorder: set aside (``rcv``) and canceled (``canc``)."""

    __tablename__ = "receiving_settings"
    __table_args__ = table(
        quantity_range("rcv", zero=True),
        quantity_range("canc", zero=True),
        check("not_nothing", "rcv > 0 OR canc > 0"),
        sa.UniqueConstraint("receiving_line_id", "backorder_id"),
    )

    receiving_line_id: Column[int] = column(sa.ForeignKey("receiving_lines.id"))
    backorder_id: Column[int] = column(sa.ForeignKey("backorders.id"), index=True)
    rcv: Column[Decimal] = column(Quantity())
    canc: Column[Decimal] = column(Quantity())
