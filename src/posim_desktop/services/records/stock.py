"""Stock, its ledger and costs: the only place that writes On Hand, Committed, On Order and what items cost."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

import sqlalchemy as sa

from posim_desktop.domain.cards.stock import LedgerKind
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.orm import (
    Backorder,
    CorrectionLine,
    Item,
    ItemCost,
    PurchaseOrderLine,
    ReceivingLine,
    ReceivingLog,
    StockEntry,
)
from posim_desktop.orm.base import chunks, insert_rows, table_of
from posim_desktop.services.records import statements
from posim_desktop.services.records.lock_order import Rank, climb
from posim_desktop.services.session import Session, Stamp


class ItemStock(NamedTuple):
    """A locked item: what a verb that moves its stock looks at."""

    id: int
    code: str
    description: str
    cost: Decimal
    on_hand: Decimal
    committed: Decimal
    on_order: Decimal
    preferred_vendor_id: int | None
    archived: bool
    stocked: bool
    serials: str
    unit: str
    smallest_cut: Decimal
    on_sale_on: date | None

    @property
    def available(self) -> Decimal:
        """What anybody may have: on hand less what is set aside."""
        return self.on_hand - self.committed


class LedgerEntry(NamedTuple):
    """A signed change of an item's quantity on hand, and what it came from."""

    item_id: int
    kind: LedgerKind
    quantity: Decimal
    employee_id: int | None
    at: datetime
    invoice_line_id: int | None = None
    receiving_line_id: int | None = None
    reason: str = ""
    correction_line_id: int | None = None
    count_item_id: int | None = None
    vendor_return_line_id: int | None = None


class NewCost(NamedTuple):
    """What a unit of an item costs by a line of a delivery, or by hand."""

    item_id: int
    cost: Decimal
    receiving_line_id: int | None
    employee_id: int | None
    at: datetime


_NOTHING: Mapping[int, Decimal] = MappingProxyType({})

_items = table_of(Item)
_ledger = table_of(StockEntry)
_costs = table_of(ItemCost)
_order_lines = table_of(PurchaseOrderLine)
_backorders = table_of(Backorder)
# Not the strongest lock: a till may put the same goods on its invoice meanwhile.
_LOCK = (
    sa.select(*(_items.c[name] for name in ItemStock._fields))
    .where(_items.c.id.in_(sa.bindparam("ids", expanding=True)))
    .order_by(_items.c.id)
    .with_for_update(key_share=True)
)
_of_order = _order_lines.c.purchase_order_id == sa.bindparam("order")
_LOCK_OF_ORDER = (
    sa.select(_items.c.id)
    .where(_items.c.id.in_(sa.select(_order_lines.c.item_id).where(_of_order)))
    .order_by(_items.c.id)
    .with_for_update(key_share=True)
)
_LOCK_OWED = (
    sa.select(*(_items.c[name] for name in ItemStock._fields))
    .where(
        _items.c.preferred_vendor_id.in_(sa.bindparam("vendors", expanding=True)),
        ~_items.c.archived,
        sa.exists().where(
            _backorders.c.item_id == _items.c.id,
            _backorders.c.outstanding > NO_UNITS,
            _backorders.c.question == "",
            _backorders.c.created_at < sa.bindparam("before", type_=_backorders.c.created_at.type),
        ),
    )
    .order_by(_items.c.id)
    .with_for_update(key_share=True)
)
_MOVE = (
    sa.update(_items)
    .where(_items.c.id == sa.bindparam("item"))
    .values(
        {
            name: _items.c[name] + sa.bindparam(f"more_{name}", type_=_items.c[name].type)
            for name in ("on_hand", "committed", "on_order")
        }
    )
)
_ADD_ON_ORDER = (
    sa.update(_items)
    .where(_items.c.id.in_(sa.select(_order_lines.c.item_id).where(_of_order)))
    .values(
        on_order=_items.c.on_order
        + sa.select(sa.func.sum(_order_lines.c.still_open))
        .where(_of_order, _order_lines.c.item_id == _items.c.id)
        .scalar_subquery()
    )
)
_WRITE_COST = (
    sa.update(_items)
    .where(_items.c.id == sa.bindparam("item"), _items.c.cost != sa.bindparam("new_cost", type_=_items.c.cost.type))
    .values(statements.new_values(_items, "cost") | {"version": _items.c.version + 1})
)
_RENEW = (
    sa.update(_items)
    .where(_items.c.id.in_(sa.bindparam("ids", expanding=True)))
    .values({"version": _items.c.version + 1})
)
_has_costs = sa.exists().where(_costs.c.item_id == _items.c.id)
_what_it_cost = sa.select(
    _items.c.id,
    _items.c.cost,
    sa.literal(None, _costs.c.receiving_line_id.type),
    sa.bindparam("employee", type_=_costs.c.employee_id.type),
    sa.bindparam("at", type_=_costs.c.at.type),
).where(_items.c.id.in_(sa.bindparam("ids", expanding=True)))
_BEGIN_COSTS, _GO_ON_WITH_COSTS = (
    sa.insert(_costs).from_select(NewCost._fields, _what_it_cost.where(chosen), include_defaults=False)
    for chosen in (~_has_costs, _has_costs)
)

_taken_back = (
    sa.select(sa.func.sum(CorrectionLine.quantity))
    .where(CorrectionLine.receiving_line_id == _costs.c.receiving_line_id)
    .correlate(_costs)
    .scalar_subquery()
)
_still_counts = sa.or_(
    _costs.c.receiving_line_id.is_(None),
    sa.exists().where(
        ReceivingLine.id == _costs.c.receiving_line_id, ReceivingLine.quantity > sa.func.coalesce(_taken_back, 0)
    ),
)
_NEWEST_COSTS = (
    sa.select(_costs.c.item_id, _costs.c.cost)
    .where(_costs.c.item_id.in_(sa.bindparam("ids", expanding=True)), _still_counts)
    .order_by(_costs.c.id)
)
_NEWEST_AT_VENDOR = _NEWEST_COSTS.where(
    _costs.c.receiving_line_id.in_(
        sa.select(ReceivingLine.id)
        .join(ReceivingLog, ReceivingLog.id == ReceivingLine.receiving_log_id)
        .where(
            ReceivingLog.vendor_id == sa.bindparam("vendor"),
            ReceivingLine.item_id.in_(sa.bindparam("ids", expanding=True)),
        )
    )
)
_OF_LINES = sa.select(_costs.c.receiving_line_id, _costs.c.cost).where(
    _costs.c.receiving_line_id.in_(sa.bindparam("lines", expanding=True))
)


def lock(session: Session, item_ids: Iterable[int]) -> dict[int, ItemStock]:
    """Lock items in the order of their ids and read their stock."""
    return statements.lock(session, Rank.ITEM, _LOCK, item_ids, ItemStock._make)


def lock_of_order(session: Session, purchase_order_id: int) -> list[int]:
    """Lock the items of a locked purchase order and return their ids."""
    items = list(session.connection().scalars(_LOCK_OF_ORDER, {"order": purchase_order_id}))
    climb(session, Rank.ITEM, items)
    return items


def lock_owed(session: Session, vendor_ids: Sequence[int], before: datetime) -> dict[int, ItemStock]:
    """Lock the items that prefer these vendors and of which something was owed to a customer before a moment."""
    found = session.connection().execute(_LOCK_OWED, {"vendors": vendor_ids, "before": before})
    items = {row.id: ItemStock._make(row) for row in found}
    climb(session, Rank.ITEM, items)
    return items


def move(
    session: Session,
    *,
    ledger: Sequence[LedgerEntry] = (),
    committed: Mapping[int, Decimal] = _NOTHING,
    on_order: Mapping[int, Decimal] = _NOTHING,
) -> None:
    """Change the stored figures of locked items by signed quantities; On Hand moves by ledger entries only.

    Args:
        session: The transaction.
        ledger: Why how much came or went.
        committed: By how much more is set aside, by item.
        on_order: By how much more is to come, by item.
    """
    insert_rows(session.connection(), _ledger, ledger)
    on_hand: dict[int, Decimal] = {}
    for entry in ledger:
        on_hand[entry.item_id] = on_hand.get(entry.item_id, NO_UNITS) + entry.quantity
    rows = [
        {
            "item": item_id,
            "more_on_hand": on_hand.get(item_id, NO_UNITS),
            "more_committed": committed.get(item_id, NO_UNITS),
            "more_on_order": on_order.get(item_id, NO_UNITS),
        }
        for item_id in sorted({*on_hand, *committed, *on_order})
    ]
    if rows:
        session.connection().execute(_MOVE, rows)


def add_on_order(session: Session, purchase_order_id: int) -> None:
    """Put what is open on the lines of a purchase order, whose items are locked, on order."""
    session.connection().execute(_ADD_ON_ORDER, {"order": purchase_order_id})


def write_costs(session: Session, stamp: Stamp, costs: Sequence[NewCost], last_costs: Mapping[int, Decimal]) -> None:
    """Write what locked items cost by a delivery; of several rows of an item the last is what its card says.

    With the first of an item its history begins, and so with what the card said until now, which is given by item:
    most goods cost what they did, and their cards need no statement.
    """
    if not costs:
        return
    now = {each.item_id: each.cost for each in costs}
    for chunk in chunks(sorted(now)):
        session.connection().execute(_BEGIN_COSTS, {"ids": chunk, "employee": stamp.employee_id, "at": stamp.at})
    insert_rows(session.connection(), _costs, costs)
    _say_costs(session, {item_id: cost for item_id, cost in now.items() if cost != last_costs[item_id]})


def renew(session: Session, item_ids: Iterable[int]) -> None:
    """Let whoever has the card of a locked item open read it again: something besides its own columns changed."""
    for chunk in chunks(sorted(item_ids)):
        session.connection().execute(_RENEW, {"ids": chunk})


def note_cost(session: Session, stamp: Stamp, *item_ids: int) -> None:
    """Remember what somebody just wrote on locked cards as their cost, if the history of their costs has begun."""
    for chunk in chunks(item_ids):
        told = {"ids": chunk, "employee": stamp.employee_id, "at": stamp.at}
        session.connection().execute(_GO_ON_WITH_COSTS, told)


def moved_but_by(connection: sa.Connection, item_ids: Sequence[int], at: datetime, kinds: Sequence[str]) -> set[int]:
    """Find the items whose stock moved otherwise than by rows of these kinds at this moment, then or later."""
    own = (_ledger.c.at == sa.bindparam("at", type_=_ledger.c.at.type)) & _ledger.c.kind.in_(list(kinds))
    later = sa.select(_ledger.c.item_id).where(
        _ledger.c.item_id.in_(sa.bindparam("ids", expanding=True)),
        _ledger.c.at >= sa.bindparam("at", type_=_ledger.c.at.type),
        ~own,
    )
    return {
        item for chunk in chunks(item_ids) for item in connection.scalars(later.distinct(), {"ids": chunk, "at": at})
    }


def ever_moved(connection: sa.Connection, item_ids: Sequence[int]) -> set[int]:
    """Find the items that have rows in the ledger."""
    chosen = sa.select(_ledger.c.item_id).distinct().where(_ledger.c.item_id.in_(sa.bindparam("ids", expanding=True)))
    return {item for chunk in chunks(item_ids) for item in connection.scalars(chosen, {"ids": chunk})}


def recount_costs(session: Session, item_ids: Iterable[int]) -> None:
    """Let locked cards say what the newest row says that still counts: a delivery was taken back whole."""
    for chunk in chunks(sorted(item_ids)):
        newest: dict[int, Decimal] = dict(session.connection().execute(_NEWEST_COSTS, {"ids": chunk}).all())
        _say_costs(session, newest)


def newest_costs(session: Session, item_ids: Iterable[int], vendor_id: int) -> dict[int, Decimal]:
    """Read what a unit cost by the newest delivery of a vendor that still counts, of the items that have one."""
    found: dict[int, Decimal] = {}
    for chunk in chunks(sorted(item_ids)):
        found |= dict(session.connection().execute(_NEWEST_AT_VENDOR, {"ids": chunk, "vendor": vendor_id}).all())
    return found


def costs_of_lines(session: Session, receiving_line_ids: Iterable[int]) -> dict[int, Decimal]:
    """Read what a unit cost by lines of deliveries; a line that was not paid for has no cost."""
    found: dict[int, Decimal] = {}
    for chunk in chunks(sorted(receiving_line_ids)):
        found |= dict(session.connection().execute(_OF_LINES, {"lines": chunk}).all())
    return found


def _say_costs(session: Session, costs: Mapping[int, Decimal]) -> None:
    """Write on locked cards what their goods cost, where they say something else."""
    rows = [{"item": item_id, "new_cost": cost} for item_id, cost in sorted(costs.items())]
    if rows:
        session.connection().execute(_WRITE_COST, rows)


def enter_openings(session: Session, entries: Sequence[LedgerEntry]) -> None:
    """Account for what new items, whose cards were written with it On Hand, start with."""
    insert_rows(session.connection(), _ledger, entries)
