"""Purchase orders and their lines as they are stored."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NamedTuple, TypedDict

import sqlalchemy as sa
from typing_extensions import Unpack

from posim_desktop.domain.errors import Field, refuse
from posim_desktop.domain.folding import search_key
from posim_desktop.domain.purchasing.orders import LEGAL_STEPS, OrderStatus
from posim_desktop.domain.purchasing.packs import Packing
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.steps import step_to
from posim_desktop.domain.why import Why
from posim_desktop.orm import PurchaseOrder, PurchaseOrderLine
from posim_desktop.orm.base import chunks, insert_rows, table_of
from posim_desktop.services.records import statements
from posim_desktop.services.records.lock_order import Rank, climb
from posim_desktop.services.session import Session, Stamp


class StoredOrder(NamedTuple):
    """A locked purchase order."""

    id: int
    status: OrderStatus
    vendor_id: int
    version: int
    expected_on: date | None = None


class OrderFields(TypedDict, total=False):
    """What may be written on a purchase order, its status apart."""

    number: int
    vendor_id: int
    processed_at: datetime
    expected_on: date | None
    note: str


class StoredOrderLine(NamedTuple):
    """A line of a purchase order; ``still_open`` is what is still to come."""

    id: int
    purchase_order_id: int
    position: int
    item_id: int
    vendor_item_number: str
    cost: Decimal
    quantity: Decimal
    changed: Decimal
    received: Decimal
    closed_short: Decimal
    still_open: Decimal
    pack_quantity: Decimal
    pack_unit: str
    unit: str
    pack_cost: Decimal | None

    @property
    def packing(self) -> Packing:
        """How its goods come."""
        return Packing(self.pack_quantity, self.pack_unit, self.unit, self.pack_cost)

    @property
    def ordered(self) -> Decimal:
        """What was ordered at first, with all changes since the order was sent."""
        return self.quantity + self.changed


class OpenLine(NamedTuple):
    """What a line still brings of which item: all that is read of many orders at once."""

    id: int
    purchase_order_id: int
    item_id: int
    still_open: Decimal


class OrderLineContent(NamedTuple):
    """A line to be written, of which everything is still to come."""

    purchase_order_id: int
    position: int
    item_id: int
    vendor_item_number: str
    description: str
    cost: Decimal
    quantity: Decimal
    still_open: Decimal
    changed: Decimal = NO_UNITS
    received: Decimal = NO_UNITS
    closed_short: Decimal = NO_UNITS
    packing: Packing = Packing()


class _NewLine(NamedTuple):
    purchase_order_id: int
    position: int
    item_id: int
    vendor_item_number: str
    description: str
    cost: Decimal
    quantity: Decimal
    still_open: Decimal
    changed: Decimal
    received: Decimal
    closed_short: Decimal
    pack_quantity: Decimal
    pack_unit: str
    unit: str
    pack_cost: Decimal | None
    search_text: str


class LineTerms(NamedTuple):
    """What a vendor says of a line's goods: the number, the cost of a unit, the pack, and its cost if agreed."""

    vendor_item_number: str
    cost: Decimal
    pack_quantity: Decimal
    pack_cost: Decimal | None


class OrderLineFields(TypedDict, total=False):
    """What may be written on a line of a working order."""

    quantity: Decimal
    still_open: Decimal
    cost: Decimal
    vendor_item_number: str
    pack_quantity: Decimal
    pack_cost: Decimal | None


class _NewOrder(TypedDict):
    number: None
    status: str
    vendor_id: int
    employee_id: int
    workstation: str
    created_at: datetime
    processed_at: None
    expected_on: None
    note: str
    version: int
    search_text: str


_orders = table_of(PurchaseOrder)
_lines = table_of(PurchaseOrderLine)
_LOCK = (
    sa.select(*(_orders.c[name] for name in StoredOrder._fields))
    .where(_orders.c.id == sa.bindparam("order"))
    # Not the strongest lock: it would hold up whoever cancels a backorder, whose history names this order.
    .with_for_update(key_share=True)
)
_INSERT = sa.insert(_orders).returning(_orders.c.vendor_id, _orders.c.id)
_LINES: sa.Select[*tuple[Any, ...]] = sa.select(*(_lines.c[name] for name in StoredOrderLine._fields))
_OF_ORDER = _LINES.where(_lines.c.purchase_order_id == sa.bindparam("order")).order_by(_lines.c.id)
_LOCK_OF_ORDER = _OF_ORDER.with_for_update()
_OF_ORDERS = sa.select(*(_lines.c[name] for name in OpenLine._fields)).where(
    _lines.c.purchase_order_id.in_(sa.bindparam("orders", expanding=True))
)
_LINE = _LINES.where(_lines.c.id == sa.bindparam("line"))
_LOCK_LINE = _LINE.with_for_update()
_SENT_LINE = _LINE.join(_orders, _orders.c.id == _lines.c.purchase_order_id).where(
    _orders.c.status == str(OrderStatus.PROCESSED)
)
_ORDER_OF_LINE = sa.select(_lines.c.purchase_order_id, _lines.c.item_id).where(_lines.c.id == sa.bindparam("line"))
_FIRST_OF_ITEM = _OF_ORDER.where(_lines.c.item_id == sa.bindparam("item")).order_by(None).order_by(_lines.c.position)
_IS_OPEN = sa.select(
    sa.exists().where(_lines.c.purchase_order_id == sa.bindparam("order"), _lines.c.still_open > NO_UNITS)
)
_RAISE = (
    sa.update(_lines)
    .where(_lines.c.id == sa.bindparam("line"))
    .values(statements.new_values(_lines, "quantity", "still_open", "cost", "pack_cost"))
)
_WRITE_TERMS = (
    sa.update(_lines)
    .where(_lines.c.id == sa.bindparam("line"))
    .values(statements.new_values(_lines, *LineTerms._fields, "search_text"))
)
_RECEIVE = (
    sa.update(_lines)
    .where(_lines.c.id == sa.bindparam("line"))
    .values(statements.new_values(_lines, "received", "still_open"))
)
_CORRECT = (
    sa.update(_lines)
    .where(_lines.c.id == sa.bindparam("line"))
    .values(statements.new_values(_lines, "received", "closed_short", "still_open"))
)
_CLOSE = (
    sa.update(_lines)
    .where(_lines.c.id == sa.bindparam("line"))
    .values(statements.new_values(_lines, "closed_short", "still_open"))
)
_CHANGE = (
    sa.update(_lines)
    .where(_lines.c.id == sa.bindparam("line"))
    .values(statements.new_values(_lines, "changed", "still_open", "cost"))
    # Another cost is that of a unit: what a pack cost is agreed no longer.
    .values(
        pack_cost=sa.case((_lines.c.cost == sa.bindparam("new_cost", type_=_lines.c.cost.type), _lines.c.pack_cost))
    )
)


def lock(session: Session, purchase_order_id: int, field: str = "") -> StoredOrder:
    """Lock an order, whatever its status, and read it again.

    Raises:
        RefusedError: There is no such order; at a field.
    """
    row = session.connection().execute(_LOCK, {"order": purchase_order_id}).one_or_none()
    if row is None:
        raise refuse(Why.NO_SUCH_ORDER, Field(field))
    climb(session, Rank.PURCHASE_ORDER, [purchase_order_id])
    return StoredOrder(row.id, OrderStatus(row.status), row.vendor_id, row.version, row.expected_on)


def insert(session: Session, stamp: Stamp, employee_id: int, vendor_ids: Sequence[int]) -> dict[int, int]:
    """Open a working order to each vendor and return their ids by vendor."""
    rows = [
        _NewOrder(
            number=None,
            status=str(OrderStatus.WORKING),
            vendor_id=vendor_id,
            employee_id=employee_id,
            workstation=stamp.workstation,
            created_at=stamp.at,
            processed_at=None,
            expected_on=None,
            note="",
            version=1,
            search_text="",
        )
        for vendor_id in vendor_ids
    ]
    return dict(session.connection().execute(_INSERT, rows).all())


def write(session: Session, purchase_order_id: int, **values: Unpack[OrderFields]) -> None:
    """Write fields of a locked order; its version goes up, also when only its lines changed."""
    statements.write(session, _orders, purchase_order_id, statements.found_by(values, "note"))


def step(session: Session, order: StoredOrder, to: OrderStatus, **values: Unpack[OrderFields]) -> None:
    """Take a locked order to its next status and write fields with it."""
    status = {"status": str(step_to(LEGAL_STEPS, order.status, to))}
    statements.write(session, _orders, order.id, {**status, **statements.found_by(values, "note")})


def order_of_line(session: Session, line_id: int) -> tuple[int, int] | None:
    """Find the order and the item of a line, which never change; None when there is no such line any more."""
    row = session.connection().execute(_ORDER_OF_LINE, {"line": line_id}).one_or_none()
    return None if row is None else (row.purchase_order_id, row.item_id)


def line(session: Session, line_id: int) -> StoredOrderLine | None:
    """Read a line of a locked order again, None when it is gone."""
    row = session.connection().execute(_LINE, {"line": line_id}).one_or_none()
    return None if row is None else StoredOrderLine._make(row)


def sent_line(session: Session, line_id: int) -> StoredOrderLine | None:
    """Read a line of an order that was sent and is not complete; None when there is no such line."""
    row = session.connection().execute(_SENT_LINE, {"line": line_id}).one_or_none()
    return None if row is None else StoredOrderLine._make(row)


def lock_line(session: Session, line_id: int) -> StoredOrderLine:
    """Lock a line of a locked, processed order and read it again."""
    row = StoredOrderLine._make(session.connection().execute(_LOCK_LINE, {"line": line_id}).one())
    climb(session, Rank.ORDER_LINE, [line_id])
    return row


def lines_of(session: Session, purchase_order_id: int) -> list[StoredOrderLine]:
    """Read an order's lines again, in the order of their ids."""
    return [StoredOrderLine._make(row) for row in session.connection().execute(_OF_ORDER, {"order": purchase_order_id})]


def lock_lines(session: Session, purchase_order_id: int) -> list[StoredOrderLine]:
    """Lock an order's lines in the order of their ids and read them again."""
    found = session.connection().execute(_LOCK_OF_ORDER, {"order": purchase_order_id})
    lines = [StoredOrderLine._make(row) for row in found]
    climb(session, Rank.ORDER_LINE, (each.id for each in lines))
    return lines


def open_lines(session: Session, purchase_order_ids: Iterable[int]) -> list[OpenLine]:
    """Read what the lines of several orders still bring."""
    return [
        OpenLine._make(row)
        for chunk in chunks(sorted(purchase_order_ids))
        for row in session.connection().execute(_OF_ORDERS, {"orders": chunk})
    ]


def line_of_item(session: Session, purchase_order_id: int, item_id: int) -> StoredOrderLine | None:
    """Read the first line on which an order has an item."""
    row = session.connection().execute(_FIRST_OF_ITEM, {"order": purchase_order_id, "item": item_id}).first()
    return None if row is None else StoredOrderLine._make(row)


def is_open(session: Session, purchase_order_id: int) -> bool:
    """Return whether anything is still to come on an order."""
    return bool(session.connection().scalar(_IS_OPEN, {"order": purchase_order_id}))


def insert_lines(session: Session, lines: Sequence[OrderLineContent]) -> None:
    """Write new lines of locked or new orders."""
    rows = [_NewLine(*line[:-1], *line.packing, search_text=search_key(line.vendor_item_number)) for line in lines]
    insert_rows(session.connection(), _lines, rows)


def raise_lines(session: Session, raised: Mapping[int, tuple[Decimal, Decimal, Decimal | None]]) -> None:
    """Write quantity, cost and the cost of a pack of lines of a locked working order, by line."""
    if raised:
        rows = [
            {
                "line": line_id,
                "new_quantity": quantity,
                "new_still_open": quantity,
                "new_cost": cost,
                "new_pack_cost": pack_cost,
            }
            for line_id, (quantity, cost, pack_cost) in raised.items()
        ]
        session.connection().execute(_RAISE, rows)


def write_terms(session: Session, terms: Mapping[int, LineTerms]) -> None:
    """Write what another vendor says of lines of a locked working order, by line."""
    rows = [
        {f"new_{name}": value for name, value in own._asdict().items()}
        | {"line": line_id, "new_search_text": search_key(own.vendor_item_number)}
        for line_id, own in terms.items()
    ]
    if rows:
        session.connection().execute(_WRITE_TERMS, rows)


def write_line(session: Session, line_id: int, **values: Unpack[OrderLineFields]) -> None:
    """Write fields of a line of a locked working order."""
    written = statements.found_by(values, "vendor_item_number")
    session.connection().execute(sa.update(_lines).where(_lines.c.id == line_id).values(written))


def number_items(session: Session, purchase_order_id: int, numbers: Mapping[int, str]) -> None:
    """Write what the vendor calls items, by item, on the lines of a locked working order."""
    for item_id, number in numbers.items():
        own = (_lines.c.purchase_order_id == purchase_order_id) & (_lines.c.item_id == item_id)
        written = statements.found_by({"vendor_item_number": number}, "vendor_item_number")
        session.connection().execute(sa.update(_lines).where(own).values(written))


def receive_lines(session: Session, served: Mapping[int, tuple[Decimal, Decimal]]) -> None:
    """Write what of locked lines was received and what is still open, by line."""
    if served:
        rows = [
            {"line": line_id, "new_received": received, "new_still_open": still_open}
            for line_id, (received, still_open) in sorted(served.items())
        ]
        session.connection().execute(_RECEIVE, rows)


def correct_lines(session: Session, corrected: Mapping[int, tuple[Decimal, Decimal, Decimal]]) -> None:
    """Write what of locked lines was received after all, what is closed short and what is open again, by line."""
    if corrected:
        rows = [
            {"line": line_id, "new_received": received, "new_closed_short": given_up, "new_still_open": still_open}
            for line_id, (received, given_up, still_open) in sorted(corrected.items())
        ]
        session.connection().execute(_CORRECT, rows)


def close_line(session: Session, line_id: int, closed_short: Decimal, still_open: Decimal) -> None:
    """Write what of a locked line was given up so far, and what is still open."""
    row = {"line": line_id, "new_closed_short": closed_short, "new_still_open": still_open}
    session.connection().execute(_CLOSE, row)


def change_lines(session: Session, changed: Mapping[int, tuple[Decimal, Decimal, Decimal]]) -> None:
    """Write of locked lines of a sent order by how much they changed, what is still open, and the cost, by line.

    The rows of ``records.order_change_rows`` that say so are written first.
    """
    if changed:
        rows = [
            {"line": line_id, "new_changed": by, "new_still_open": still_open, "new_cost": cost}
            for line_id, (by, still_open, cost) in sorted(changed.items())
        ]
        session.connection().execute(_CHANGE, rows)


def delete_line(session: Session, line_id: int) -> None:
    """Take a line off a locked working order."""
    session.connection().execute(sa.delete(_lines).where(_lines.c.id == line_id))
