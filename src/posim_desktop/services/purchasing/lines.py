"""What all ways of filling a working purchase order share: the order itself, and its lines written many at once.

Serves the guide's page on purchase orders.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.orm import Session

from posim_desktop.domain.changes import Change, Record
from posim_desktop.domain.errors import Refusal, RefusedError, refuse, require
from posim_desktop.domain.ids import archived_refusal
from posim_desktop.domain.money import COST_STEP
from posim_desktop.domain.purchasing import orders as rules
from posim_desktop.domain.purchasing.orders import OrderStatus
from posim_desktop.domain.quantity import NONE, SMALLEST
from posim_desktop.orm import Item, PurchaseOrder, PurchaseOrderLine, Vendor
from posim_desktop.orm.base import insert_rows, table_of
from posim_desktop.services.transaction import Stamp

T = TypeVar("T")

CHUNK = 5000
_NAMED_CHANGES = 1000

_orders = table_of(PurchaseOrder)
_lines = table_of(PurchaseOrderLine)
_items = table_of(Item)
_vendors = table_of(Vendor)
_LOCK_ORDER = sa.select(_orders).where(_orders.c.id == sa.bindparam("order")).with_for_update()
_LINES = sa.select(_lines).where(_lines.c.purchase_order_id == sa.bindparam("order")).order_by(_lines.c.id)
_LINES_OF: sa.Select[*tuple[Any, ...]] = sa.select(
    _lines.c.id, _lines.c.purchase_order_id, _lines.c.item_id, _lines.c.still_open
).where(_lines.c.purchase_order_id.in_(sa.bindparam("orders", expanding=True)))
_CARDS: sa.Select[*tuple[Any, ...]] = sa.select(
    _items.c.id,
    _items.c.code,
    _items.c.description,
    _items.c.vendor_item_number,
    _items.c.cost,
    _items.c.pack_quantity,
    _items.c.preferred_vendor_id,
    _items.c.archived,
)
_ITEM_CARDS = _CARDS.where(_items.c.id.in_(sa.bindparam("ids", expanding=True))).order_by(_items.c.id)
_INSERT_ORDERS = sa.insert(_orders).returning(_orders.c.id, _orders.c.vendor_id)
_RAISE = (
    sa.update(_lines)
    .where(_lines.c.id == sa.bindparam("line"))
    .values(
        quantity=sa.bindparam("new_quantity", type_=_lines.c.quantity.type),
        still_open=sa.bindparam("new_quantity", type_=_lines.c.quantity.type),
        cost=sa.bindparam("new_cost", type_=_lines.c.cost.type),
    )
)


@dataclass(frozen=True, slots=True)
class NewOrderLine:
    """An item to order; without a ``cost`` (four places) or a number of the vendor's the Item card's is taken."""

    item_id: int
    quantity: Decimal
    cost: Decimal | None = None
    vendor_item_number: str | None = None


def lock_order(session: Session, purchase_order_id: int) -> sa.Row[Any]:
    """Lock an order, whatever its status, and read it afresh.

    Raises:
        RefusedError: There is no such order.
    """
    order = session.connection().execute(_LOCK_ORDER, {"order": purchase_order_id}).one_or_none()
    if order is None:
        raise refuse("This purchase order does not exist.")
    return order


def lock_working(session: Session, purchase_order_id: int) -> sa.Row[Any]:
    """Lock an order for editing.

    Raises:
        RefusedError: It does not exist, is processed or discarded.
    """
    order = lock_order(session, purchase_order_id)
    require(rules.edit_refusal(OrderStatus(order.status)))
    return order


def require_vendor(session: Session, vendor_id: int | None) -> None:
    """See that there is a vendor to order from.

    Raises:
        RefusedError: No vendor, or an archived one.
    """
    if vendor_id is None:
        raise refuse("A purchase order needs a vendor.", "vendor")
    require_vendors(session, [vendor_id], "vendor")


def require_vendors(session: Session, vendor_ids: Sequence[int], field: str) -> None:
    """See that vendors are on file and not archived.

    Raises:
        RefusedError: At a field.
    """
    chosen = sa.select(_vendors.c.id, _vendors.c.code, _vendors.c.archived).where(_vendors.c.id.in_(vendor_ids))
    found = session.execute(chosen).all()
    if {vendor.id for vendor in found} != set(vendor_ids):
        raise refuse("This vendor is not on file.", field)
    for vendor in found:
        if vendor.archived:
            raise refuse(archived_refusal("Vendor", vendor.code).message, field)


def insert_orders(session: Session, stamp: Stamp, vendor_ids: Sequence[int]) -> dict[int, int]:
    """Open a working order for each vendor and return their ids by vendor; the caller writes lines on each.

    Raises:
        RefusedError: Nobody is logged in.
    """
    if stamp.employee_id is None:
        raise refuse("Log in before ordering.")
    rows = [
        {
            "number": None,
            "status": str(OrderStatus.WORKING),
            "vendor_id": vendor_id,
            "employee_id": stamp.employee_id,
            "workstation": stamp.workstation,
            "created_at": stamp.at,
            "processed_at": None,
            "expected_on": None,
            "note": "",
            "version": 1,
        }
        for vendor_id in vendor_ids
    ]
    return {vendor_id: order_id for order_id, vendor_id in session.connection().execute(_INSERT_ORDERS, rows)}


def working_order(session: Session, stamp: Stamp, purchase_order_id: int | None, vendor_id: int | None) -> int:
    """Lock the working order to write on, or open one for a vendor.

    Raises:
        RefusedError: Not a working order, no usable vendor, or (field ``"vendor"``) the order is for another vendor.
    """
    if purchase_order_id is None:
        require_vendor(session, vendor_id)
        assert vendor_id is not None  # noqa: S101 - for mypy; require_vendor refused it
        return insert_orders(session, stamp, [vendor_id])[vendor_id]
    order = lock_working(session, purchase_order_id)
    if vendor_id not in {None, order.vendor_id}:
        raise refuse("This purchase order is for another vendor by now. Look at it again.", "vendor")
    return purchase_order_id


def item_cards(session: Session, item_ids: Iterable[int]) -> dict[int, sa.Row[Any]]:
    """Read what a line takes from the Item cards.

    Raises:
        RefusedError: An item is not on file or archived.
    """
    wanted = sorted(set(item_ids))
    cards = {
        row.id: row
        for chunk in chunks(wanted)
        for row in session.connection().execute(_ITEM_CARDS, {"ids": chunk}).all()
    }
    if len(cards) < len(wanted):
        raise refuse("This item is not on file.", "item")
    for card in cards.values():
        if card.archived:
            require(archived_refusal("Item", card.code))
    return cards


def lines_of(session: Session, purchase_order_id: int) -> Sequence[sa.Row[Any]]:
    """Read an order's lines afresh."""
    return session.connection().execute(_LINES, {"order": purchase_order_id}).all()


def lines_of_orders(session: Session, purchase_order_ids: Iterable[int]) -> list[sa.Row[Any]]:
    """Read id, order, item and open quantity of the lines of several orders."""
    return [
        row
        for chunk in chunks(sorted(purchase_order_ids))
        for row in session.connection().execute(_LINES_OF, {"orders": chunk}).all()
    ]


def raise_lines(
    session: Session,
    purchase_order_id: int,
    cards: Mapping[int, sa.Row[Any]],
    quantities: Mapping[int, Decimal],
    costs: Mapping[int, Decimal] | None = None,
    *,
    named: bool = False,
) -> None:
    """Order more of items: the line an item has is raised, an item without one gets its line.

    Args:
        session: The transaction; it holds the order's lock.
        purchase_order_id: A working order.
        cards: The items' cards, see :func:`item_cards`.
        quantities: By how much, by item id.
        costs: Unit costs that differ from the cards'.
        named: Whether a refused quantity's field carries the item's id (``"quantity:7"``), as in a table of items.

    Raises:
        RefusedError: Names ``quantity`` or ``cost``, or says that the order is too long.
    """
    costs = costs or {}
    existing = {line.item_id: line for line in lines_of(session, purchase_order_id)}
    raised: list[dict[str, object]] = []
    added: list[dict[str, object]] = []
    last = max((line.position for line in existing.values()), default=0)
    for item_id, more in quantities.items():
        line = existing.get(item_id)
        _require_quantity(more, item_id if named else None)
        quantity = (more + (line.quantity if line else NONE)).quantize(SMALLEST)
        _require_quantity(quantity, item_id if named else None)
        if line is not None:
            cost = costs.get(item_id, line.cost)
            raised.append({"line": line.id, "new_quantity": quantity, "new_cost": cost.quantize(COST_STEP)})
            continue
        last += 1
        added.append(_new_line(purchase_order_id, last, cards[item_id], quantity, costs.get(item_id)))
    _require_room(len(existing) + len(added))
    if raised:
        session.connection().execute(_RAISE, raised)
    insert_rows(session.connection(), _lines, added)


def write_lines(
    session: Session, cards: Mapping[int, sa.Row[Any]], orders: Mapping[int, Mapping[int, Decimal]]
) -> None:
    """Write the lines of orders that have none yet, all with one statement.

    Args:
        session: The transaction, which opened the orders.
        cards: The items' cards, see :func:`item_cards`.
        orders: Quantities by item id, by order id.

    Raises:
        RefusedError: Names ``"quantity:<item>"``, or says that an order is too long.
    """
    rows = []
    for order_id, quantities in orders.items():
        _require_room(len(quantities))
        for position, (item_id, quantity) in enumerate(quantities.items(), 1):
            _require_quantity(quantity, item_id)
            rows.append(_new_line(order_id, position, cards[item_id], quantity.quantize(SMALLEST)))
    insert_rows(session.connection(), _lines, rows)


def touch(session: Session, purchase_order_id: int, **values: object) -> None:
    """Write columns of a locked order; its version goes up."""
    session.connection().execute(
        sa.update(_orders).where(_orders.c.id == purchase_order_id).values({"version": _orders.c.version + 1, **values})
    )


def named(record: Record, ids: Iterable[int]) -> set[Change]:
    """Name changed records; more than a thousand are told as "some of this kind"."""
    found = set(ids)
    if len(found) > _NAMED_CHANGES:
        return {Change(record, 0)}
    return {Change(record, each) for each in found}


def chunks(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """Cut a long list so that each part fits in one statement's parameters."""
    for start in range(0, len(values), CHUNK):
        yield values[start : start + CHUNK]


def _new_line(
    purchase_order_id: int, position: int, card: sa.Row[Any], quantity: Decimal, cost: Decimal | None = None
) -> dict[str, object]:
    return {
        "purchase_order_id": purchase_order_id,
        "position": position,
        "item_id": card.id,
        "vendor_item_number": card.vendor_item_number,
        "description": card.description,
        "cost": (card.cost if cost is None else cost).quantize(COST_STEP),
        "quantity": quantity,
        "received": NONE,
        "closed_short": NONE,
        "still_open": quantity,
    }


def _require_room(lines: int) -> None:
    if lines > rules.MAX_LINES:
        raise refuse(
            f"A purchase order has at most {rules.MAX_LINES:,} lines. Post this one and start another.", "item"
        )


def _require_quantity(quantity: Decimal, item_id: int | None) -> None:
    refusal = rules.line_refusal(quantity)
    if refusal is not None and item_id is not None:
        raise RefusedError(Refusal(refusal.message, f"quantity:{item_id}"))
    require(refusal)
