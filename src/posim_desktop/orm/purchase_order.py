"""Purchase orders, their lines and their allocations."""

from datetime import date, datetime
from decimal import Decimal

import sqlalchemy as sa

from posim_desktop.domain import text
from posim_desktop.domain.purchasing.allocation import AllocationKind
from posim_desktop.domain.purchasing.changes import OrderChangeKind
from posim_desktop.domain.purchasing.freed_goods import FreedKind
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

    ``quantity`` is what was ordered when the order was sent, 0 on a line that was added since. ``changed`` is by how
    much more it is now, less is below zero: the sum of the line's rows in ``order_changes``. It keeps the pack that it
    was ordered by. With a ``pack_cost`` its ``cost`` is that of one unit, rounded; another cost of a sent line is a
    unit's.
    """

    __tablename__ = "purchase_order_lines"
    __table_args__ = table(
        quantity_range("quantity", zero=True),
        check("ordered_range", "quantity + changed BETWEEN 0 AND 999999999"),
        check("cost_range", "cost BETWEEN 0 AND 999999999999"),
        check("received_sign", "received >= 0"),
        check("closed_short_sign", "closed_short >= 0"),
        check(
            "still_open_adds_up",
            "still_open = CASE WHEN quantity + changed - received - closed_short > 0 "
            "THEN quantity + changed - received - closed_short ELSE 0 END",
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
    changed: Column[Decimal] = column(Quantity())
    received: Column[Decimal] = column(Quantity())
    closed_short: Column[Decimal] = column(Quantity())
    still_open: Column[Decimal] = column(Quantity())
    search_text: Column[str] = column(sa.DefaultClause(""))
    pack_quantity: Column[Decimal] = column(Quantity(), sa.DefaultClause("1000"))
    pack_unit: Column[str] = column(sa.String(text.UNIT), sa.DefaultClause(""))
    unit: Column[str] = column(sa.String(text.UNIT), sa.DefaultClause(""))
    pack_cost: Column[Decimal | None] = column(Cost())


class OrderChange(HasId, Base):
    """What changed of a sent order; rows are only ever added.

    Those that are told to the vendor together are a sheet, numbered from 1 on each order. What the vendor tells, when
    the goods come, is on none.
    """

    __tablename__ = "order_changes"
    __table_args__ = table(
        one_of("kind", OrderChangeKind),
        check(
            "quantity_fits",
            "kind = 'less' AND quantity BETWEEN -999999999 AND -1 "
            "OR kind IN ('more', 'added') AND quantity BETWEEN 1 AND 999999999 "
            "OR kind IN ('cost', 'expected') AND quantity = 0",
        ),
        check("cost_range", "cost_before BETWEEN 0 AND 999999999999 AND cost_after BETWEEN 0 AND 999999999999"),
        check(
            "cost_fits", "(kind = 'cost') = (cost_after IS NOT NULL) AND (kind = 'cost') = (cost_before IS NOT NULL)"
        ),
        check("day_fits", "kind = 'expected' OR expected_before IS NULL AND expected_after IS NULL"),
        check("of_a_line", "(kind = 'expected') = (purchase_order_line_id IS NULL)"),
        check("on_a_sheet", "(kind = 'expected') = (sheet IS NULL) AND (sheet IS NULL OR sheet > 0)"),
        check("says_why", "kind = 'expected' OR length(trim(reason)) > 0"),
    )

    purchase_order_id: Column[int] = column(sa.ForeignKey("purchase_orders.id"), index=True)
    sheet: Column[int | None]
    purchase_order_line_id: Column[int | None] = column(sa.ForeignKey("purchase_order_lines.id"), index=True)
    kind: Column[str] = column(sa.String(text.CODE))
    quantity: Column[Decimal] = column(Quantity())
    cost_before: Column[Decimal | None] = column(Cost())
    cost_after: Column[Decimal | None] = column(Cost())
    expected_before: Column[date | None]
    expected_after: Column[date | None]
    reason: Column[str] = column(sa.String(text.NOTE))
    employee_id: Column[int] = column(sa.ForeignKey("employees.id"))
    at: Column[datetime]


class FreedGoods(HasId, Base):
    """What was decided about goods of a sent order that nobody waits for any more; rows are only ever added.

    A request to the vendor to drop them is answered by a row that names it, once.
    """

    __tablename__ = "freed_goods"
    __table_args__ = table(
        one_of("kind", FreedKind),
        quantity_range("quantity", zero=True),
        check("quantity_fits", "(kind IN ('refused', 'withdrawn', 'came')) = (quantity = 0)"),
        check("answers_a_request", "(kind IN ('agreed', 'refused', 'withdrawn', 'came')) = (request_id IS NOT NULL)"),
        sa.UniqueConstraint("request_id"),
    )

    purchase_order_line_id: Column[int] = column(sa.ForeignKey("purchase_order_lines.id"), index=True)
    kind: Column[str] = column(sa.String(text.CODE))
    quantity: Column[Decimal] = column(Quantity())
    request_id: Column[int | None] = column(sa.ForeignKey("freed_goods.id"))
    note: Column[str] = column(sa.String(text.REASON))
    employee_id: Column[int] = column(sa.ForeignKey("employees.id"))
    at: Column[datetime]


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
