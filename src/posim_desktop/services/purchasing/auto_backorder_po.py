"""Auto Backorder PO: a working order to each vendor for what customers wait for. Serves the guide's page on it."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from posim_desktop.domain.changes import Done, Record
from posim_desktop.domain.errors import refuse
from posim_desktop.domain.purchasing.allocation import Claim
from posim_desktop.domain.purchasing.orders import for_backorders
from posim_desktop.domain.quantity import NONE
from posim_desktop.orm import Backorder, Item
from posim_desktop.orm.base import table_of
from posim_desktop.queries.purchasing import auto_backorder_po
from posim_desktop.services.audit import Entry, append
from posim_desktop.services.purchasing import allocations
from posim_desktop.services.purchasing import lines as order_lines
from posim_desktop.services.purchasing.lines import named
from posim_desktop.services.transaction import Stamp

_items = table_of(Item)
_backorders = table_of(Backorder)


def create(session: Session, stamp: Stamp, *, before: datetime, vendor_ids: tuple[int, ...]) -> Done:
    """Write a working order to each vendor for backorders that no order is meant to bring.

    What open orders bring for nobody in particular is not bought again; ``queries.auto_backorder_po.offers`` lists it.
    Asked again nothing is added. Call it for a few vendors at a time where a person watches the progress: each call is
    a transaction of its own, so stopping leaves whole orders.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        before: Backorders dated earlier than this moment; see :func:`domain.purchasing.end_of_day`.
        vendor_ids: Whom to order from.

    Returns:
        The first order as ``record_id``, every order among the changes; ``record_id`` 0 when nothing had to be bought.

    Raises:
        RefusedError: At ``vendors``: none chosen, or an archived one.
    """
    if not vendor_ids:
        raise refuse("Choose at least one vendor.", "vendors")
    vendor_of = _lock_items(session, before, vendor_ids)
    order_lines.require_vendors(session, vendor_ids, "vendors")
    claims = allocations.claims(session, _chosen(before, vendor_ids))
    cards = order_lines.item_cards(session, (item_id for item_id in claims if item_id in vendor_of))
    bought = _quantities(session, claims, cards)
    if not bought:
        return Done(0, frozenset())
    by_vendor: dict[int, dict[int, Decimal]] = {}
    for item_id, quantity in bought.items():
        by_vendor.setdefault(vendor_of[item_id], {})[item_id] = quantity
    orders = order_lines.insert_orders(session, stamp, [each for each in vendor_ids if each in by_vendor])
    order_lines.write_lines(session, cards, {order_id: by_vendor[vendor_id] for vendor_id, order_id in orders.items()})
    lines = order_lines.lines_of_orders(session, orders.values())
    goods = [allocations.Goods(line.id, line.item_id, line.still_open) for line in lines]
    touched = allocations.plan(session, goods, claims)
    entries = [
        Entry("auto backorder po", Record.PURCHASE_ORDER, order_id, after={"items": len(by_vendor[vendor_id])})
        for vendor_id, order_id in orders.items()
    ]
    append(session, stamp, entries)
    changes = named(Record.PURCHASE_ORDER, orders.values()) | named(Record.BACKORDER, touched)
    return Done(min(orders.values()), frozenset(changes))


def _lock_items(session: Session, before: datetime, vendor_ids: tuple[int, ...]) -> dict[int, int]:
    """Lock the items to be bought, so that nobody else buys them for the same backorders; return their vendors."""
    owed = sa.exists().where(
        _backorders.c.item_id == _items.c.id, _backorders.c.outstanding > NONE, _backorders.c.created_at < before
    )
    locked = (
        sa.select(_items.c.id, _items.c.preferred_vendor_id)
        .where(_items.c.preferred_vendor_id.in_(vendor_ids), ~_items.c.archived, owed)
        .order_by(_items.c.id)
        .with_for_update()
    )
    return dict(session.connection().execute(locked).all())


def _chosen(before: datetime, vendor_ids: tuple[int, ...]) -> sa.ColumnElement[bool]:
    preferring = sa.select(_items.c.id).where(_items.c.preferred_vendor_id.in_(vendor_ids), ~_items.c.archived)
    return sa.and_(_backorders.c.created_at < before, _backorders.c.item_id.in_(preferring))


def _quantities(
    session: Session, claims: Mapping[int, list[Claim]], cards: Mapping[int, sa.Row[Any]]
) -> dict[int, Decimal]:
    free = auto_backorder_po.free_by_item(session.connection())
    wanted = {
        item_id: for_backorders(
            sum((claim.unplanned for claim in claims[item_id]), NONE), free.get(item_id, NONE), card.pack_quantity
        )
        for item_id, card in cards.items()
    }
    return {item_id: quantity for item_id, quantity in wanted.items() if quantity > 0}
