"""Barcodes as they are stored: each leads to exactly one item."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import sqlalchemy as sa

from posim_desktop.orm import Barcode, Item
from posim_desktop.orm.base import chunks, insert_rows, table_of
from posim_desktop.services.session import Session


class StoredBarcode(NamedTuple):
    """A barcode and the item it leads to."""

    barcode: str
    item_id: int
    code: str
    description: str


class _NewBarcode(NamedTuple):
    item_id: int
    barcode: str


_barcodes = table_of(Barcode)
_items = table_of(Item)
_HELD = (
    sa.select(_barcodes.c.barcode, _barcodes.c.item_id, _items.c.code, _items.c.description)
    .join(_items, _items.c.id == _barcodes.c.item_id)
    .where(_barcodes.c.barcode.in_(sa.bindparam("barcodes", expanding=True)))
)
_OF_ITEMS = (
    sa.select(_barcodes.c.item_id, _barcodes.c.barcode)
    .where(_barcodes.c.item_id.in_(sa.bindparam("items", expanding=True)))
    .order_by(_barcodes.c.id)
)
_DELETE = sa.delete(_barcodes).where(_barcodes.c.item_id == sa.bindparam("item"))


def held(connection: sa.Connection, barcodes: Sequence[str]) -> list[StoredBarcode]:
    """Find those of many barcodes that lead to an item already."""
    return [
        StoredBarcode._make(row) for chunk in chunks(barcodes) for row in connection.execute(_HELD, {"barcodes": chunk})
    ]


def of_items(connection: sa.Connection, item_ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Read the barcodes of items, in the order they were given."""
    found: dict[int, tuple[str, ...]] = {}
    for chunk in chunks(item_ids):
        for item_id, barcode in connection.execute(_OF_ITEMS, {"items": chunk}):
            found[item_id] = (*found.get(item_id, ()), barcode)
    return found


def insert(session: Session, barcodes: Mapping[int, Iterable[str]]) -> None:
    """Write barcodes of items, by item."""
    rows = [_NewBarcode(item_id, barcode) for item_id, own in barcodes.items() for barcode in own]
    insert_rows(session.connection(), _barcodes, rows)


def replace(session: Session, item_id: int, barcodes: tuple[str, ...]) -> tuple[str, ...]:
    """Make a locked item's barcodes these and return those it had."""
    before = of_items(session.connection(), [item_id]).get(item_id, ())
    if before != barcodes:
        session.connection().execute(_DELETE, {"item": item_id})
        insert(session, {item_id: barcodes})
    return before
