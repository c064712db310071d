"""What all ways of filling a working purchase order share: the order itself, and its lines written many at once.

Serves the guide's page on purchase orders.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from posim_desktop.domain.errors import Cell, Field, RefusedError, refuse, require
from posim_desktop.domain.money import cost_refusal, to_cost
from posim_desktop.domain.purchasing import orders as order_rules
from posim_desktop.domain.purchasing.orders import OrderStatus
from posim_desktop.domain.purchasing.packs import Packing
from posim_desktop.domain.quantity import NO_UNITS, SMALLEST, cut_refusal
from posim_desktop.domain.why import Why
from posim_desktop.services.records import order_rows
from posim_desktop.services.records.item_cards import BoughtItem
from posim_desktop.services.records.order_rows import OrderLineContent, StoredOrder, StoredOrderLine
from posim_desktop.services.records.partners import require_vendors
from posim_desktop.services.session import Session, Stamp


@dataclass(frozen=True, slots=True)
class NewOrderLine:
    """An item to order; without a ``cost`` (four places), a pack or a number of the vendor's the Item card's is taken.

    With a ``pack_cost`` that is what a pack costs; it counts where the item has no line yet.
    """

    item_id: int
    quantity: Decimal
    cost: Decimal | None = None
    vendor_item_number: str | None = None
    pack_quantity: Decimal | None = None
    pack_cost: Decimal | None = None


def lock_working(session: Session, purchase_order_id: int) -> StoredOrder:
    """Lock an order for editing.

    Raises:
        RefusedError: It does not exist, is processed or discarded.
    """
    order = order_rows.lock(session, purchase_order_id)
    require(order_rules.edit_refusal(order.status))
    return order


def require_vendor(session: Session, vendor_id: int | None) -> int:
    """Return the vendor to order from.

    Raises:
        RefusedError: No vendor, or an archived one.
    """
    if vendor_id is None:
        raise refuse(Why.ORDER_NEEDS_VENDOR, Field("vendor"))
    require_vendors(session, [vendor_id], "vendor")
    return vendor_id


def open_orders(session: Session, stamp: Stamp, *vendor_ids: int) -> dict[int, int]:
    """Open a working order for each vendor and return their ids by vendor; the caller writes lines on each.

    Raises:
        RefusedError: Nobody is logged in.
    """
    if stamp.employee_id is None:
        raise refuse(Why.LOG_IN_FIRST)
    return order_rows.insert(session, stamp, stamp.employee_id, vendor_ids)


def working_order(session: Session, stamp: Stamp, purchase_order_id: int | None, vendor_id: int | None) -> StoredOrder:
    """Lock the working order to write on, or open one for a vendor.

    Raises:
        RefusedError: Not a working order, no usable vendor, or (field ``"vendor"``) the order is for another vendor.
    """
    if purchase_order_id is None:
        vendor = require_vendor(session, vendor_id)
        return StoredOrder(open_orders(session, stamp, vendor)[vendor], OrderStatus.WORKING, vendor, version=1)
    order = lock_working(session, purchase_order_id)
    if vendor_id not in {None, order.vendor_id}:
        raise refuse(Why.ORDER_OF_ANOTHER_VENDOR, Field("vendor"))
    return order


def raise_lines(
    session: Session,
    purchase_order_id: int,
    cards: Mapping[int, BoughtItem],
    quantities: Mapping[int, Decimal],
    costs: Mapping[int, Decimal] | None = None,
    *,
    packings: Mapping[int, Packing] | None = None,
    named: bool = False,
) -> None:
    """Order more of items: the line an item has is raised, an item without one gets its line.

    Args:
        session: The transaction; it holds the order's lock.
        purchase_order_id: A working order.
        cards: The items' cards, see :func:`records.item_cards.bought_items`.
        quantities: By how much, by item id.
        costs: Unit costs that differ from the cards'.
        packings: Packs that differ from the cards', of items that have no line yet.
        named: Whether a refused quantity names the item's cell (``Cell("quantity", 7)``), as in a table of items.

    Raises:
        RefusedError: Names ``quantity`` or ``cost``, or says that the order is too long.
    """
    costs, packings = costs or {}, packings or {}
    existing = {line.item_id: line for line in order_rows.lines_of(session, purchase_order_id)}
    raised: dict[int, tuple[Decimal, Decimal, Decimal | None]] = {}
    added: list[OrderLineContent] = []
    last = max((line.position for line in existing.values()), default=0)
    for item_id, more in quantities.items():
        line = existing.get(item_id)
        _require_quantity(more, item_id if named else None)
        quantity = (more + (line.quantity if line else NO_UNITS)).quantize(SMALLEST)
        _require_quantity(quantity, item_id if named else None)
        if line is not None:
            cost = to_cost(costs.get(item_id, line.cost))
            raised[line.id] = quantity, cost, line.pack_cost if cost == line.cost else None
            continue
        last += 1
        card = cards[item_id]
        packing = packings.get(item_id, card.packing)
        added.append(_new_line(purchase_order_id, last, card, quantity, packing, costs.get(item_id)))
    _require_room(len(existing) + len(added))
    order_rows.raise_lines(session, raised)
    order_rows.insert_lines(session, added)


def write_lines(session: Session, cards: Mapping[int, BoughtItem], orders: Mapping[int, Mapping[int, Decimal]]) -> None:
    """Write the lines of orders that have none yet, all with one statement.

    Args:
        session: The transaction, which opened the orders.
        cards: The items' cards, see :func:`records.item_cards.bought_items`.
        orders: Quantities by item id, by order id.

    Raises:
        RefusedError: Names ``Cell("quantity", item)``, or says that an order is too long.
    """
    rows: list[OrderLineContent] = []
    for order_id, quantities in orders.items():
        _require_room(len(quantities))
        for position, (item_id, quantity) in enumerate(quantities.items(), 1):
            _require_quantity(quantity, item_id)
            card = cards[item_id]
            rows.append(_new_line(order_id, position, card, quantity.quantize(SMALLEST), card.packing))
    order_rows.insert_lines(session, rows)


def add_to_sent(
    session: Session,
    purchase_order_id: int,
    existing: Sequence[StoredOrderLine],
    cards: Mapping[int, BoughtItem],
    added: Sequence[NewOrderLine],
) -> dict[int, int]:
    """Write lines on a sent order that ordered nothing at first, and return their ids by item.

    Args:
        session: The transaction; it holds the order's lock.
        purchase_order_id: The order, none of whose lines has one of these items.
        existing: Its lines.
        cards: The items' cards.
        added: Items with what is to be written on their lines; how many is what the rows of the change say.

    Raises:
        RefusedError: Names ``quantity`` or ``cost``, or says that the order is too long.
    """
    _require_room(len(existing) + len(added))
    last = max((line.position for line in existing), default=0)
    rows = []
    for position, each in enumerate(added, last + 1):
        _require_quantity(each.quantity, None)
        if each.cost is not None:
            require(cost_refusal(each.cost, field="cost"))
        card = cards[each.item_id]
        require(cut_refusal(each.quantity, card.smallest_cut))
        content = _new_line(purchase_order_id, position, card, NO_UNITS, card.packing, each.cost)
        number = each.vendor_item_number
        rows.append(content if number is None else content._replace(vendor_item_number=number))
    order_rows.insert_lines(session, rows)
    items = {each.item_id for each in added}
    return {line.item_id: line.id for line in order_rows.lines_of(session, purchase_order_id) if line.item_id in items}


def _new_line(
    purchase_order_id: int,
    position: int,
    card: BoughtItem,
    quantity: Decimal,
    packing: Packing,
    cost: Decimal | None = None,
) -> OrderLineContent:
    return OrderLineContent(
        purchase_order_id,
        position,
        card.id,
        card.vendor_item_number,
        card.description,
        cost=to_cost(card.cost if cost is None else cost),
        quantity=quantity,
        still_open=quantity,
        packing=packing,
    )


def _require_room(lines: int) -> None:
    if lines > order_rules.MAX_LINES:
        raise refuse(Why.TOO_MANY_ORDER_LINES, Field("item"), most=order_rules.MAX_LINES)


def _require_quantity(quantity: Decimal, item_id: int | None) -> None:
    refusal = order_rules.line_refusal(quantity)
    if refusal is not None and item_id is not None:
        raise RefusedError(refusal.at(Cell("quantity", item_id)))
    require(refusal)
