"""What labels say of items. Serves the guide's page "Labels"."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_CEILING, Decimal

import sqlalchemy as sa

from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.changes import Record
from posim_desktop.orm import AuditEvent, Barcode, Item, ReceivingLine
from posim_desktop.orm.base import chunks, table_of
from posim_desktop.queries import deck
from posim_desktop.queries.cards.items import DECK
from posim_desktop.queries.deck import Found, Order

MOST_LABELS = 500
"""How many labels are printed at once."""


@dataclass(frozen=True, slots=True)
class ItemLabel:
    """What the label of an item says, and how many of them are wanted; ``barcode`` is its ID where it has none."""

    item_id: int
    code: str
    description: str
    price: Decimal
    barcode: str
    copies: int = 1


_items, _barcodes, _events = table_of(Item), table_of(Barcode), table_of(AuditEvent)
_came = table_of(ReceivingLine)
_FIRST_BARCODE = (
    sa.select(_barcodes.c.barcode)
    .where(_barcodes.c.item_id == _items.c.id, _barcodes.c.quantity == 1)
    .order_by(_barcodes.c.id)
    .limit(1)
    .scalar_subquery()
)
_LABELS = (
    sa.select(
        *(_items.c.id, _items.c.code, _items.c.description, _items.c.price),
        sa.func.coalesce(_FIRST_BARCODE, _items.c.code),
    )
    .where(_items.c.id.in_(sa.bindparam("items", expanding=True)))
    .order_by(_items.c.description, _items.c.id)
)
_RECEIVED = sa.select(_came.c.item_id, _came.c.quantity).where(
    _came.c.receiving_log_id == sa.bindparam("log"), _came.c.quantity > 0
)
_OTHER_PRICES = (
    sa.select(_events.c.record_id)
    .distinct()
    .join(_items, _items.c.id == _events.c.record_id)
    .where(
        _events.c.record_kind == str(Record.ITEM),
        _events.c.action.in_([str(AuditAction.CHANGE_ITEM), str(AuditAction.ADD_ITEM)]),
        _events.c.at >= sa.bindparam("since", type_=_events.c.at.type),
        _events.c.after.contains('"price"'),
        ~_items.c.archived,
    )
    .limit(MOST_LABELS)
)


def labels(connection: sa.Connection, copies: Mapping[int, int]) -> tuple[ItemLabel, ...]:
    """Read the labels of some items, by description.

    Args:
        connection: The database.
        copies: How many labels of each item are wanted.
    """
    return tuple(
        ItemLabel(*row, copies=copies[row[0]])
        for chunk in chunks(sorted(copies))
        for row in connection.execute(_LABELS, {"items": chunk})
    )


def of_found(connection: sa.Connection, found: Found, order: Order) -> tuple[ItemLabel, ...]:
    """Read a label for each item of a found set, as it is sorted; one more than can be printed where there are more."""
    items = [row.id for row in deck.page(connection, DECK, found, order, limit=MOST_LABELS + 1).rows]
    read = {label.item_id: label for label in labels(connection, dict.fromkeys(items, 1))}
    return tuple(read[item_id] for item_id in items)


def of_receiving_log(connection: sa.Connection, receiving_log_id: int) -> tuple[ItemLabel, ...]:
    """Read a label for each unit that a delivery brought; a part of a unit has one of its own."""
    copies: dict[int, int] = {}
    for item_id, quantity in connection.execute(_RECEIVED, {"log": receiving_log_id}):
        copies[item_id] = copies.get(item_id, 0) + int(quantity.to_integral_value(ROUND_CEILING))
    return labels(connection, copies)


def of_other_prices(connection: sa.Connection, since: datetime) -> tuple[ItemLabel, ...]:
    """Read a label for each item that is new, or has another price, since a moment."""
    changed: Collection[int] = connection.scalars(_OTHER_PRICES, {"since": since}).all()
    return labels(connection, dict.fromkeys(changed, 1))
