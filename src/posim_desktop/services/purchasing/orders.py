"""The working purchase order, saved line by line. Serves the guide's page on purchase orders.

An order exists from its first line on, and is discarded with its last: blank orders are not saved. Every verb's
``record_id`` is the order.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from posim_desktop.domain import text
from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.changes import Change, Done, Record, done
from posim_desktop.domain.errors import Field, refuse, require
from posim_desktop.domain.money import cost_refusal, to_cost
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.purchasing import orders as order_rules
from posim_desktop.domain.purchasing.orders import OrderStatus
from posim_desktop.domain.purchasing.packs import Packing, cost_of_unit
from posim_desktop.domain.quantity import NO_UNITS, SMALLEST, cut_refusal, quantity_refusal
from posim_desktop.domain.why import Why
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.people.permissions import require_permission
from posim_desktop.services.purchasing import allocations, buying, changes
from posim_desktop.services.purchasing import lines as order_lines
from posim_desktop.services.purchasing.lines import NewOrderLine, lock_working
from posim_desktop.services.records import backorder_rows, item_cards, order_rows, stock
from posim_desktop.services.records.item_cards import BoughtItem
from posim_desktop.services.records.order_rows import LineTerms, OrderLineFields, StoredOrder, StoredOrderLine
from posim_desktop.services.session import Session, Stamp

__all__ = [
    "NewOrderLine",
    "OrderLineEdit",
    "add_backorders",
    "add_lines",
    "change_line",
    "discard",
    "remove_line",
    "set_header",
    "set_vendor",
]


@dataclass(frozen=True, slots=True)
class OrderLineEdit:
    """What to change on a line; None leaves a field as it is. A cost of one unit takes the place of that of a pack."""

    quantity: Decimal | None = None
    cost: Decimal | None = None
    vendor_item_number: str | None = None
    pack_quantity: Decimal | None = None
    pack_cost: Decimal | None = None


def add_lines(
    session: Session,
    stamp: Stamp,
    *,
    purchase_order_id: int | None,
    vendor_id: int | None,
    lines: tuple[NewOrderLine, ...],
) -> Done:
    """Order items, opening an order to the vendor when there is none yet; an item ordered already is raised.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        purchase_order_id: The working order, or None for a new one.
        vendor_id: Needed for a new order; None is enough for one that exists.
        lines: Items, quantities and, if they differ from the Item cards', unit costs and the vendor's item numbers.

    Raises:
        RefusedError: Names ``vendor``, ``item``, ``quantity``, ``cost`` or ``vendor_item_number``.
    """
    require_permission(session, stamp, Permission.WRITE_ORDERS)
    if purchase_order_id is None:
        order_lines.require_vendor(session, vendor_id)
    if not lines:
        raise refuse(Why.ORDER_EMPTY, Field("item"))
    order = order_lines.working_order(session, stamp, purchase_order_id, vendor_id)
    quantities: dict[int, Decimal] = {}
    costs: dict[int, Decimal] = {}
    numbers: dict[int, str] = {}
    for line in lines:
        require(order_rules.line_refusal(line.quantity))
        quantities[line.item_id] = quantities.get(line.item_id, NO_UNITS) + line.quantity
        if line.cost is not None:
            require(cost_refusal(line.cost, field="cost"))
            costs[line.item_id] = line.cost
        if line.vendor_item_number is not None:
            numbers[line.item_id] = _vendor_item_number(line.vendor_item_number)
    cards = item_cards.bought_items(session, quantities, order.vendor_id)
    for line in lines:
        require(cut_refusal(line.quantity, cards[line.item_id].smallest_cut))
    packings = {line.item_id: _packing(line, cards[line.item_id]) for line in lines}
    order_lines.raise_lines(session, order.id, cards, quantities, costs, packings=packings)
    order_rows.number_items(session, order.id, numbers)
    order_rows.write(session, order.id)
    return done(order.id, Change(Record.PURCHASE_ORDER, order.id))


def change_line(session: Session, stamp: Stamp, *, line_id: int, edit: OrderLineEdit) -> Done:
    """Change fields of a line; a smaller quantity shrinks the newest allocations that no longer fit.

    Raises:
        RefusedError: Names the field; nothing is changed.
    """
    require_permission(session, stamp, Permission.WRITE_ORDERS)
    if edit.cost is not None or edit.pack_cost is not None:
        require_permission(session, stamp, Permission.SEE_COSTS, Field("cost"))
    line = _lock_line(session, line_id)
    values = OrderLineFields()
    if edit.quantity is not None:
        require(order_rules.line_refusal(edit.quantity))
        if edit.quantity != line.quantity:
            require(cut_refusal(edit.quantity, item_cards.sold_item(session, line.item_id).smallest_cut))
        values["quantity"] = values["still_open"] = edit.quantity.quantize(SMALLEST)
    values |= _costs(line, edit)
    if edit.vendor_item_number is not None:
        values["vendor_item_number"] = _vendor_item_number(edit.vendor_item_number)
    if values:
        order_rows.write_line(session, line_id, **values)
        order_rows.write(session, line.purchase_order_id)
    left = {} if edit.quantity is None else {line_id: edit.quantity}
    shrunk = allocations.trim_lines(session, stamp, None, left)
    own = {Change(Record.PURCHASE_ORDER, line.purchase_order_id)}
    return Done(line.purchase_order_id, frozenset(own | allocations.changed_by(shrunk)))


def remove_line(session: Session, stamp: Stamp, *, line_id: int) -> Done:
    """Take a line off a working order; without its last line the order is discarded."""
    require_permission(session, stamp, Permission.WRITE_ORDERS)
    line = _lock_line(session, line_id)
    order_id = line.purchase_order_id
    if len(order_rows.lines_of(session, order_id)) == 1:
        return discard(session, stamp, purchase_order_id=order_id)
    shrunk = allocations.trim_lines(session, stamp, None, {line_id: NO_UNITS})
    order_rows.delete_line(session, line_id)
    order_rows.write(session, order_id)
    gone = {"item_id": line.item_id, "quantity": line.quantity, "cost": line.cost}
    removed = AuditEntry(AuditAction.REMOVE_LINE, Record.PURCHASE_ORDER, order_id, before=gone)
    append(session, stamp, [removed])
    own = {Change(Record.PURCHASE_ORDER, order_id)}
    return Done(order_id, frozenset(own | allocations.changed_by(shrunk)))


def set_vendor(session: Session, stamp: Stamp, *, purchase_order_id: int, vendor_id: int | None) -> Done:
    """Send a working order to another vendor: its lines take the new one's numbers and costs.

    What was typed on a line stays: a number or a cost that is not the old vendor's. Quantities stay, too.

    Raises:
        RefusedError: At ``vendor``: none, or an archived one.
    """
    require_permission(session, stamp, Permission.WRITE_ORDERS)
    order = lock_working(session, purchase_order_id)
    vendor = order_lines.require_vendor(session, vendor_id)
    if vendor != order.vendor_id:
        _take_terms(session, order, vendor)
    order_rows.write(session, purchase_order_id, vendor_id=vendor)
    return done(purchase_order_id, Change(Record.PURCHASE_ORDER, purchase_order_id))


def set_header(
    session: Session, stamp: Stamp, *, purchase_order_id: int, expected_on: date | None, note: str, reason: str = ""
) -> Done:
    """Say when the goods are expected and write a note; both may still change while goods are awaited.

    Another day of an order that was sent is a row of its changes.

    Raises:
        RefusedError: At ``note`` or ``reason``; or the order is closed or discarded.
    """
    require_permission(session, stamp, Permission.WRITE_ORDERS)
    words = text.clean(note, field="note", limit=text.NOTE, label=text.Label.NOTE, lines=True)
    why = text.clean(reason, field="reason", limit=text.NOTE, label=text.Label.REASON)
    order = order_rows.lock(session, purchase_order_id)
    require(order_rules.header_refusal(order.status))
    if order.status is not OrderStatus.WORKING:
        changes.expect(session, stamp, order, expected_on, why)
    order_rows.write(session, purchase_order_id, expected_on=expected_on, note=words)
    return done(purchase_order_id, Change(Record.PURCHASE_ORDER, purchase_order_id))


def discard(session: Session, stamp: Stamp, *, purchase_order_id: int) -> Done:
    """Discard a working order: its allocations are dropped, and it never gets a number."""
    require_permission(session, stamp, Permission.WRITE_ORDERS)
    order = lock_working(session, purchase_order_id)
    lines = order_rows.lines_of(session, purchase_order_id)
    gone = {line.id: NO_UNITS for line in lines}
    shrunk = allocations.trim_lines(session, stamp, None, gone)
    order_rows.step(session, order, OrderStatus.DISCARDED)
    entry = AuditEntry(
        AuditAction.DISCARD_PURCHASE_ORDER, Record.PURCHASE_ORDER, purchase_order_id, before={"lines": len(lines)}
    )
    append(session, stamp, [entry])
    own = {Change(Record.PURCHASE_ORDER, purchase_order_id)}
    return Done(purchase_order_id, frozenset(own | allocations.changed_by(shrunk)))


def add_backorders(
    session: Session,
    stamp: Stamp,
    *,
    purchase_order_id: int | None,
    vendor_id: int | None = None,
    backorder_ids: tuple[int, ...] | None = None,
) -> Done:
    """Order what customers are owed and no order brings them yet, and allocate it, the oldest first.

    What is on the shelf, and what open orders bring for nobody in particular, is not bought again. Asked again it adds
    nothing, for by then everything is allocated.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        purchase_order_id: A working order, or None for a new one.
        vendor_id: Needed for a new order; None is enough for one that exists.
        backorder_ids: Which backorders; None for all of the items that prefer this order's vendor.

    Raises:
        RefusedError: Names ``vendor``; nothing is left to add, an item is archived, or a quantity would be too large.
    """
    require_permission(session, stamp, Permission.WRITE_ORDERS)
    order = order_lines.working_order(session, stamp, purchase_order_id, vendor_id)
    if backorder_ids is None:
        chosen = backorder_rows.owed_by_vendors([order.vendor_id])
    else:
        chosen = backorder_rows.owed_of_items(sorted(set(backorder_rows.items_of(session, backorder_ids))))
    # Locked before anything is read of them, so that nobody else buys them for the same backorders.
    shelf = stock.lock(session, backorder_rows.items_owed(session, chosen))
    needs = {item_id: queue for item_id, queue in allocations.needs(session, chosen).items() if item_id in shelf}
    waiting = {each.backorder_id for queue in needs.values() for each in queue}
    if backorder_ids is not None:
        waiting &= set(backorder_ids)
    if not waiting:
        raise refuse(Why.NOBODY_WAITS if backorder_ids is None else Why.ALL_ALREADY_ON_ORDER, Field("backorder"))
    bought = buying.to_buy(session, needs, shelf, order.vendor_id, begun=order.id, chosen=waiting)
    order_lines.raise_lines(session, order.id, bought.cards, bought.quantities)
    touched = allocations.allocate_order(session, stamp, order.id, bought.needs)
    if not touched:
        raise refuse(Why.THERE_OR_COMING, Field("backorder"))
    order_rows.write(session, order.id)
    return Done(order.id, frozenset(allocations.changed(order.id, touched)))


def _costs(line: StoredOrderLine, edit: OrderLineEdit) -> OrderLineFields:
    """Work out what a line costs by the unit and by the pack, and how many are in one.

    Raises:
        RefusedError: Names ``cost`` or ``pack``.
    """
    values = OrderLineFields()
    pack = line.pack_quantity
    if edit.pack_quantity is not None:
        require(quantity_refusal(edit.pack_quantity, field="pack"))
        pack = values["pack_quantity"] = edit.pack_quantity.quantize(SMALLEST)
    if edit.cost is not None:
        require(cost_refusal(edit.cost, field="cost"))
        values["cost"], values["pack_cost"] = to_cost(edit.cost), None
        return values
    pack_cost = line.pack_cost if edit.pack_cost is None else edit.pack_cost
    if pack_cost is not None and (pack != line.pack_quantity or edit.pack_cost is not None):
        require(cost_refusal(pack_cost, field="cost"))
        cost = cost_of_unit(pack_cost, pack)
        require(cost_refusal(cost, field="cost"))
        values["cost"], values["pack_cost"] = cost, to_cost(pack_cost)
    return values


def _packing(line: NewOrderLine, card: BoughtItem) -> Packing:
    packing = card.packing
    if line.pack_quantity is not None:
        require(quantity_refusal(line.pack_quantity, field="pack"))
        packing = packing._replace(pack_quantity=line.pack_quantity.quantize(SMALLEST))
    if line.pack_cost is None or line.cost != cost_of_unit(line.pack_cost, packing.pack_quantity):
        return packing
    return packing._replace(pack_cost=to_cost(line.pack_cost))


def _take_terms(session: Session, order: StoredOrder, vendor_id: int) -> None:
    """Write another vendor's numbers and costs on the lines of a locked order, but for what was typed."""
    lines = order_rows.lines_of(session, order.id)
    before, after = (
        item_cards.terms_of(session, [line.item_id for line in lines], vendor)
        for vendor in (order.vendor_id, vendor_id)
    )
    order_rows.write_terms(
        session, {line.id: _terms(line, before[line.item_id], after[line.item_id]) for line in lines}
    )


def _terms(line: StoredOrderLine, before: BoughtItem, after: BoughtItem) -> LineTerms:
    """Take over what the new vendor says, but for what was typed; a case of another vendor's has its own cost."""
    is_typed = line.cost != before.cost or line.pack_cost is not None
    other_pack = line.pack_quantity != before.pack_quantity or line.pack_cost is not None
    return LineTerms(
        after.vendor_item_number if line.vendor_item_number == before.vendor_item_number else line.vendor_item_number,
        line.cost if is_typed else after.cost,
        line.pack_quantity if other_pack else after.pack_quantity,
        line.pack_cost,
    )


def _vendor_item_number(typed: str) -> str:
    return text.clean(typed, field="vendor_item_number", limit=text.SHORT, label=text.Label.VENDOR_ITEM_NUMBER)


def _lock_line(session: Session, line_id: int) -> StoredOrderLine:
    """Lock the working order of a line and read the line again."""
    found = order_rows.order_of_line(session, line_id)
    if found is not None:
        order_id, _item = found
        lock_working(session, order_id)
        line = order_rows.line(session, line_id)
        if line is not None:
            return line
    raise refuse(Why.ORDER_LINE_GONE)
