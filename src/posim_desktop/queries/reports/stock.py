"""What is on hand, how it moved, what does not sell, and how long vendors take. Serves the guide's page "Reports"."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain.cards.stock import LedgerKind
from posim_desktop.domain.receiving.logs import ReceivingStatus
from posim_desktop.orm import Item, PurchaseOrder, ReceivingLog, StockEntry, Vendor
from posim_desktop.orm.base import table_of
from posim_desktop.orm.types import Money, Quantity
from posim_desktop.queries.reports.arithmetic import COSTS, UNITS, half_up, whole
from posim_desktop.queries.reports.scope import Scope, local_day, within

Row = tuple[Any, ...]
_WHOLE = sa.BigInteger()
_OLDEST_ORDER = timedelta(days=5 * 366)
_items, _ledger = table_of(Item), table_of(StockEntry)
_orders, _logs = table_of(PurchaseOrder), table_of(ReceivingLog)

IN_PLACE = (
    (LedgerKind.RECEIPT, LedgerKind.CORRECTED),
    (LedgerKind.SALE,),
    (LedgerKind.RETURN, LedgerKind.DAMAGED),
    (LedgerKind.VENDOR_RETURN,),
    (LedgerKind.OPENING, LedgerKind.ADJUSTMENT, LedgerKind.COUNTED),
)
"""The columns of movements between what was there first and last, each with the kinds that it adds up."""

_AT_COST = half_up(sa.type_coerce(whole(_items.c.on_hand) * whole(_items.c.cost), _WHOLE), UNITS * COSTS)
_AT_PRICE = half_up(sa.type_coerce(whole(_items.c.on_hand) * whole(_items.c.price), _WHOLE), UNITS)


def _of_goods(scope: Scope) -> list[sa.ColumnElement[bool]]:
    tests: list[sa.ColumnElement[bool]] = [_items.c.stocked]
    if scope.department_id is not None:
        tests.append(_items.c.department_id == scope.department_id)
    if scope.vendor_id is not None:
        tests.append(_items.c.preferred_vendor_id == scope.vendor_id)
    which, of = scope.share
    if of > 1:
        tests.append(_items.c.id % of == which)
    return tests


def value(connection: sa.Connection, scope: Scope) -> Sequence[Row]:
    """List what is on hand: code, description, on hand, cost of a unit, worth at cost and at the card's price."""
    chosen = sa.select(
        *(_items.c.id, _items.c.code, _items.c.description, _items.c.on_hand, _items.c.cost),
        *(sa.type_coerce(_AT_COST, Money()), sa.type_coerce(_AT_PRICE, Money())),
    ).where(_items.c.on_hand != 0, *_of_goods(scope))
    return [tuple(row) for row in connection.execute(chosen)]


def movements(connection: sa.Connection, scope: Scope) -> Sequence[Row]:
    """List what moved: code, description, on hand before, the columns of IN_PLACE, on hand afterwards."""
    inside, after = _ledger.c.at < scope.before, _ledger.c.at >= scope.before
    kinds = [
        sa.func.sum(
            sa.case((sa.and_(inside, _ledger.c.kind.in_(kinds)), _ledger.c.quantity), else_=0), type_=Quantity()
        ).label(f"column_{place}")
        for place, kinds in enumerate(IN_PLACE)
    ]
    item = _ledger.c.item_id + 0  # by its bare id, SQLite would walk through the whole ledger in that order
    each = (
        sa.select(
            item.label("item_id"),
            *kinds,
            sa.func.sum(sa.case((inside, _ledger.c.quantity), else_=0), type_=Quantity()).label("inside"),
            sa.func.sum(sa.case((after, _ledger.c.quantity), else_=0), type_=Quantity()).label("after"),
            sa.func.count(sa.case((inside, 1))).label("entries"),
        )
        .where(_ledger.c.at >= scope.since)
        .group_by(item)
        .subquery()
    )
    last = _items.c.on_hand - each.c.after
    first = sa.type_coerce(last - each.c.inside, Quantity())
    chosen = (
        sa.select(
            *(_items.c.id, _items.c.code, _items.c.description, first),
            *(each.c[f"column_{place}"] for place in range(len(IN_PLACE))),
            sa.type_coerce(last, Quantity()),
        )
        .join(each, each.c.item_id == _items.c.id)
        .where(each.c.entries > 0, *_of_goods(scope))
    )
    return [tuple(row) for row in connection.execute(chosen)]


def slow(connection: sa.Connection, scope: Scope) -> Sequence[Row]:
    """List what is on hand and was not sold for so many days: code, description, on hand, last sold, days, worth.

    What came for the first time since then is left out.
    """
    limit = scope.now - timedelta(days=scope.days)
    of_item = _ledger.c.item_id == _items.c.id
    last_sale = (
        sa.select(sa.func.max(_ledger.c.at, type_=_ledger.c.at.type))
        .where(of_item, _ledger.c.kind == LedgerKind.SALE)
        .correlate(_items)
        .scalar_subquery()
    )
    older = sa.exists().where(of_item, _ledger.c.at < limit).correlate(_items)
    each = (
        sa.select(
            *(_items.c.id, _items.c.code, _items.c.description, _items.c.on_hand),
            last_sale.label("last_sale"),
            _AT_COST.label("worth"),
        )
        .where(_items.c.on_hand > 0, older, *_of_goods(scope))
        .subquery()
    )
    chosen = sa.select(
        *(each.c.id, each.c.code, each.c.description, each.c.on_hand, each.c.last_sale),
        sa.type_coerce(each.c.worth, Money()),
    ).where(sa.or_(each.c.last_sale.is_(None), each.c.last_sale < limit))
    today = scope.now.astimezone(scope.zone).date()
    rows: list[Row] = []
    for item_id, code, description, on_hand, last, worth in connection.execute(chosen):
        day = None if last is None else last.astimezone(scope.zone).date()
        days = None if day is None else (today - day).days
        rows.append((item_id, code, description, on_hand, day, days, worth))
    return rows


def lead_times(connection: sa.Connection, scope: Scope) -> Sequence[Row]:
    """Add up the deliveries on orders by vendor: name, deliveries, days in all, fewest, most, with a day, late.

    The days are from the shop's day on which the order was posted to the day on which the goods were received.
    """
    dialect = connection.dialect.name
    ordered = local_day(dialect, replace(scope, since=scope.since - _OLDEST_ORDER), PurchaseOrder.processed_at)
    days: sa.ColumnElement[int]
    if dialect == "sqlite":
        days = sa.cast(sa.func.julianday(_logs.c.received_on) - sa.func.julianday(ordered), sa.Integer)
    else:
        days = sa.type_coerce(_logs.c.received_on - sa.cast(ordered, sa.Date), sa.Integer)
    has_day = _orders.c.expected_on.is_not(None)
    is_late = sa.and_(has_day, _logs.c.received_on > _orders.c.expected_on)
    each = (
        sa.select(
            *(_logs.c.vendor_id.label("vendor"), sa.func.count().label("deliveries")),
            *(sa.func.sum(days, type_=_WHOLE).label("days"), sa.func.min(days).label("fewest")),
            *(sa.func.max(days).label("most"), sa.func.count(sa.case((has_day, 1))).label("with_day")),
            sa.func.count(sa.case((is_late, 1))).label("late"),
        )
        .select_from(_logs)
        .join(_orders, _orders.c.id == _logs.c.purchase_order_id)
        .where(_logs.c.status == ReceivingStatus.POSTED, within(scope, ReceivingLog.posted_at))
        .group_by(_logs.c.vendor_id)
        .subquery()
    )
    chosen = sa.select(each.c.vendor, Vendor.name, *list(each.c)[1:]).join(table_of(Vendor), Vendor.id == each.c.vendor)
    return [(row[0], row[1], *map(int, row[2:])) for row in connection.execute(chosen)]
