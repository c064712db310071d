"""Allocations get a history of their own, an append-only table; what the audit told of it so far is carried over.

Who planned what for a backorder was in the audit's JSON only, and how goods that came used a plan up was nowhere. The
history of an order begins when it is posted; orders that are still being written, or were discarded, have none.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

GROWS = "rows here are only ever added"

SQLITE = tuple(
    f"CREATE TRIGGER allocation_events_no_{verb} BEFORE {verb.upper()} ON allocation_events "
    f"BEGIN SELECT RAISE(ABORT, 'allocation_events: {GROWS}'); END"
    for verb in ("update", "delete")
)

POSTGRESQL = (
    (
        "CREATE TRIGGER allocation_events_append_only BEFORE UPDATE OR DELETE ON allocation_events "
        "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    ),
    (
        "CREATE TRIGGER allocation_events_no_truncate BEFORE TRUNCATE ON allocation_events "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    ),
)

# How the audit gave the reason of a smaller allocation in words; a receiving log's has its number.
REASONS = {"cancel backorder": "canceled", "Filled from stock": "filled", "close short": "closed_short"}

AUDIT = sa.text(
    "SELECT id, at, employee_id, action, record_id, after, reason FROM audit_events "
    "WHERE action IN ('post purchase order', 'change allocations', 'trim allocations', 'post receiving log') "
    "ORDER BY id"
)
RECEIVED = sa.text(
    "SELECT n.receiving_log_id, l.purchase_order_id, s.backorder_id, s.rcv FROM receiving_settings s "
    "JOIN receiving_lines n ON n.id = s.receiving_line_id "
    "JOIN purchase_order_lines l ON l.id = n.purchase_order_line_id WHERE s.rcv > 0 ORDER BY s.id"
)
HAPPENED = sa.text("SELECT backorder_id, id, at FROM backorder_events ORDER BY id")
REMEMBER = sa.text(
    "INSERT INTO allocation_events "
    "(purchase_order_id, backorder_id, kind, before, after, employee_id, at, after_event_id) "
    "VALUES (:purchase_order_id, :backorder_id, :kind, :before, :after, :employee_id, :at, :after_event_id)"
)


class Deed(NamedTuple):
    """Who did something, and when."""

    employee_id: int | None
    at: Any


class Told(NamedTuple):
    """One change of an allocation, as far as it was told."""

    purchase_order_id: int
    backorder_id: int
    kind: str
    before: int
    after: int
    employee_id: int | None
    at: Any


class Teller:
    """Tells the history again from what the audit and the receiving logs say."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._meant: dict[int, dict[int, int]] = {}  # by posted order and backorder
        self._received = defaultdict(list)
        for log_id, *rest in connection.execute(RECEIVED):
            self._received[log_id].append(rest)

    def tell(self) -> Iterator[Told]:
        """Give every change, the oldest first."""
        for event in self._connection.execute(AUDIT).all():
            deed = Deed(event.employee_id, event.at)
            if event.action == "post purchase order":
                self._meant[event.record_id] = {}
                yield from self._decide(deed, event.record_id, "allocated", json.loads(event.after)["allocations"])
            elif event.action == "change allocations":
                yield from self._decide(deed, event.record_id, "changed", json.loads(event.after)["allocations"])
            elif event.action == "post receiving log":
                yield from self._use_up(deed, event.record_id)
            elif event.record_id in self._meant:
                kind = REASONS.get(event.reason, "delivered")
                for _line, backorder_id, _before, after in json.loads(event.after)["shrunk"]:
                    yield from self._change(deed, event.record_id, kind, backorder_id, thousandths(after))

    def _decide(self, deed: Deed, order_id: int, kind: str, allocations: list[Any]) -> Iterator[Told]:
        """Tell what somebody decided; the audit holds all allocations of the order."""
        decided = {backorder_id: thousandths(quantity) for _line, backorder_id, quantity in allocations}
        for backorder_id in dict.fromkeys((*self._meant[order_id], *decided)):
            yield from self._change(deed, order_id, kind, backorder_id, decided.get(backorder_id, 0))

    def _use_up(self, deed: Deed, log_id: int) -> Iterator[Told]:
        for order_id, backorder_id, came in self._received[log_id]:
            left = max(0, self._meant[order_id].get(backorder_id, 0) - came)
            yield from self._change(deed, order_id, "received", backorder_id, left)

    def _change(self, deed: Deed, order_id: int, kind: str, backorder_id: int, quantity: int) -> Iterator[Told]:
        before = self._meant[order_id].get(backorder_id, 0)
        if before != quantity:
            self._meant[order_id][backorder_id] = quantity
            yield Told(order_id, backorder_id, kind, before, quantity, deed.employee_id, deed.at)


def thousandths(quantity: str) -> int:
    """Read a quantity as it is stored."""
    return int(Decimal(quantity).scaleb(3))


def carry_over(connection: sa.Connection) -> None:
    """Write the history of a shop that had none."""
    happened: defaultdict[int, list[Any]] = defaultdict(list)
    for row in connection.execute(HAPPENED):
        happened[row.backorder_id].append(row)
    rows = []
    for told in Teller(connection).tell():
        before = [row.id for row in happened[told.backorder_id] if row.at <= told.at]
        rows.append({**told._asdict(), "after_event_id": max(before, default=None)})
    if rows:
        connection.execute(REMEMBER, rows)


def upgrade() -> None:
    kinds = "'allocated', 'changed', 'received', 'delivered', 'canceled', 'filled', 'closed_short'"
    op.create_table(
        "allocation_events",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("purchase_order_id", sa.BigInteger(), nullable=False),
        sa.Column("backorder_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("before", sa.BigInteger(), nullable=False),
        sa.Column("after", sa.BigInteger(), nullable=False),
        sa.Column("employee_id", sa.BigInteger(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("after_event_id", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("after BETWEEN 0 AND 999999999", name=op.f("ck_allocation_events_after_range")),
        sa.CheckConstraint("before BETWEEN 0 AND 999999999", name=op.f("ck_allocation_events_before_range")),
        sa.CheckConstraint("before <> after", name=op.f("ck_allocation_events_changes_something")),
        sa.CheckConstraint(f"kind IN ({kinds})", name=op.f("ck_allocation_events_kind_known")),
        sa.ForeignKeyConstraint(
            ["after_event_id"], ["backorder_events.id"], name=op.f("fk_allocation_events_after_event_id")
        ),
        sa.ForeignKeyConstraint(["backorder_id"], ["backorders.id"], name=op.f("fk_allocation_events_backorder_id")),
        sa.ForeignKeyConstraint(["employee_id"], ["employees.id"], name=op.f("fk_allocation_events_employee_id")),
        sa.ForeignKeyConstraint(
            ["purchase_order_id"], ["purchase_orders.id"], name=op.f("fk_allocation_events_purchase_order_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_allocation_events")),
        sqlite_strict=True,
    )
    for column in ("backorder_id", "purchase_order_id"):
        op.create_index(op.f(f"ix_allocation_events_{column}"), "allocation_events", [column], unique=False)
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)
    carry_over(op.get_bind())
