"""Purchase orders, their lines and their allocations."""

from datetime import date, datetime
from decimal import Decimal

import sqlalchemy as sa

from posim_desktop.domain import text
from posim_desktop.domain.purchasing.allocation import AllocationKind
from posim_desktop.domain.purchasing.orders import OrderStatus
from posim_desktop.orm.base import Base, Column, HasId, check, column, one_of, quantity_range, table
from posim_desktop.orm.types import Cost, Quantity


class PurchaseOrder(HasId, Base):
    """An order to a vendor; it has a number from the moment it is processed."""

    __tablename__ = "purchase_orders"
    __table_args__ = table(
        one_of("status", OrderStatus),
        check("number_when_processed", "(status IN ('processed', 'closed')) = (number IS NOT NULL)"),
        check("time_when_processed", "(status IN ('processed', 'closed')) = (processed_at IS NOT NULL)"),
        sa.Index("ix_purchase_orders_status_id", "status", "id"),
    )

    number: Column[int | None] = column(unique=True)
    status: Column[str] = column(sa.String(text.CODE))
    vendor_id: Column[int] = column(sa.ForeignKey("vendors.id"), index=True)
    employee_id: Column[int] = column(sa.ForeignKey("employees.id"))
    workstation: Column[str] = column(sa.String(text.NAME))
    created_at: Column[datetime]
    processed_at: Column[datetime | None]
    expected_on: Column[date | None]
    note: Column[str] = column(sa.String(text.NOTE))
    version: Column[int]
    search_text: Column[str] = column(sa.DefaultClause(""))


class PurchaseOrderLine(HasId, Base):
    """One item of an order. ``still_open`` is stored so that sums need no arithmetic; a CHECK keeps it true.

    It keeps the pack that it was ordered by. With a ``pack_cost`` its ``cost`` is that of one unit, rounded.
    """

    __tablename__ = "purchase_order_lines"
    __table_args__ = table(
        quantity_range("quantity"),
        check("cost_range", "cost BETWEEN 0 AND 999999999999"),
        check("received_sign", "received >= 0"),
        check("closed_short_sign", "closed_short >= 0"),
        check(
            "still_open_adds_up",
            "still_open = CASE WHEN quantity - received - closed_short > 0 "
            "THEN quantity - received - closed_short ELSE 0 END",
        ),
        quantity_range("pack_quantity"),
        check("pack_cost_range", "pack_cost BETWEEN 0 AND 999999999999"),
        sa.UniqueConstraint("purchase_order_id", "position"),
        sa.Index("ix_purchase_order_lines_purchase_order_id_item_id", "purchase_order_id", "item_id"),
    )

    purchase_order_id: Column[int] = column(sa.ForeignKey("purchase_orders.id"))
    position: Column[int]
    item_id: Column[int] = column(sa.ForeignKey("items.id"), index=True)
    vendor_item_number: Column[str] = column(sa.String(text.SHORT))
    description: Column[str] = column(sa.String(text.DESCRIPTION))
    cost: Column[Decimal] = column(Cost())
    quantity: Column[Decimal] = column(Quantity())
    received: Column[Decimal] = column(Quantity())
    closed_short: Column[Decimal] = column(Quantity())
    still_open: Column[Decimal] = column(Quantity())
    search_text: Column[str] = column(sa.DefaultClause(""))
    pack_quantity: Column[Decimal] = column(Quantity(), sa.DefaultClause("1000"))
    pack_unit: Column[str] = column(sa.String(text.UNIT), sa.DefaultClause(""))
    unit: Column[str] = column(sa.String(text.UNIT), sa.DefaultClause(""))
    pack_cost: Column[Decimal | None] = column(Cost())


class Allocation(HasId, Base):
    """How many of an order line's items are allocated to one backorder: a plan that sets nothing aside."""

    __tablename__ = "allocations"
    __table_args__ = table(
        quantity_range("quantity"),
        sa.UniqueConstraint("purchase_order_line_id", "backorder_id"),
    )

    purchase_order_line_id: Column[int] = column(sa.ForeignKey("purchase_order_lines.id"))
    backorder_id: Column[int] = column(sa.ForeignKey("backorders.id"), index=True)
    quantity: Column[Decimal] = column(Quantity())


class AllocationEvent(HasId, Base):
    """How many of a posted order's goods were allocated to a backorder before and after; rows are only ever added.

    The history of an order begins when it is posted. A row names the order and not its line, for an item is on an order
    once. ``id`` gives the order of a backorder's rows, for they are written under its lock; ``after_event_id`` is the
    last of its events before, so that both tell one story, whatever the clocks of the workstations say.
    """

    __tablename__ = "allocation_events"
    __table_args__ = table(
        one_of("kind", AllocationKind),
        quantity_range("before", zero=True),
        quantity_range("after", zero=True),
        check("changes_something", "before <> after"),
    )

    purchase_order_id: Column[int] = column(sa.ForeignKey("purchase_orders.id"), index=True)
    backorder_id: Column[int] = column(sa.ForeignKey("backorders.id"), index=True)
    kind: Column[str] = column(sa.String(text.CODE))
    before: Column[Decimal] = column(Quantity())
    after: Column[Decimal] = column(Quantity())
    employee_id: Column[int | None] = column(sa.ForeignKey("employees.id"))
    at: Column[datetime]
    after_event_id: Column[int | None] = column(sa.ForeignKey("backorder_events.id"))
